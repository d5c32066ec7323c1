package dev.taskmaster.localstack.cli.eval;

import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.StackCommand;
import dev.taskmaster.localstack.cli.task.ModelChoice;
import dev.taskmaster.localstack.cli.task.SandboxCheck;
import dev.taskmaster.localstack.cli.task.StackForTasks;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.live.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a folder of cases. */
@Command(
    name = "eval",
    description = {
      "Run a folder of task cases and print what became of them; the test command is run again on each result.",
      "A case is a folder with repo/ and task.yaml (description, test, setup, as, after, expect)."
    },
    mixinStandardHelpOptions = true)
public final class EvalCommand extends StackCommand {
  @Parameters(paramLabel = "DIR", description = "The folder that holds the cases.")
  private Path folder = Path.of("");

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many at once (default: ${DEFAULT-VALUE}).")
  private int jobs;

  @Option(
      names = "--unsafe-host-exec",
      description = "Run commands outside a sandbox. They can do all that you can.")
  private boolean unsafeHostExec;

  @Override
  public Integer call() {
    if (jobs < 1 || jobs > 64) {
      throw CommandFailure.badInput("--jobs %d is not possible: say 1 to 64.".formatted(jobs));
    }
    var cases = EvalFolder.read(folder);
    var models =
        ModelChoice.require(System.getenv(), Path.of("").toAbsolutePath(), stack().dataDir());
    SandboxCheck.require(unsafeHostExec);
    if (unsafeHostExec) {
      err()
          .println("WARNING: commands of these tasks run outside a sandbox, with all your rights.");
    }
    var gateway = new Gateway(new StackForTasks(stack(), err()).require(models).gatewayUri());
    var trial = new Trial(gateway, newFolder(), !unsafeHostExec);
    err().printf("%d cases, %d at once%n", cases.size(), jobs);
    err().flush();
    var sum = EvalRow.Sum.of(new EvalRun(trial::run, jobs).all(cases, this::say));
    if (options().json()) {
      printJson(sum);
    } else {
      EvalTable.lines(sum).forEach(out()::println);
      out().flush();
    }
    return sum.failed() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private synchronized void say(EvalRow row) {
    err()
        .printf(
            "%s %s: %s after %d round%s, %s%n",
            row.passed() ? "✓" : "✗",
            row.name(),
            row.outcome(),
            row.rounds(),
            row.rounds() == 1 ? "" : "s",
            Words.span(Duration.ofMillis(row.millis())));
    err().flush();
  }

  private Path newFolder() {
    try {
      var place = stack().dataDir().resolve("eval");
      Files.createDirectories(place);
      return Files.createTempDirectory(place, "run-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + stack().dataDir(), e);
    }
  }
}
