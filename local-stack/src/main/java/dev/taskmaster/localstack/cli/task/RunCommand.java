package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.StackCommand;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.gateway.TaskWish;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a task from a sentence to its result. */
@Command(
    name = "run",
    description = {
      "Have a task done on a repository of yours, from its HEAD.",
      "Your working tree and your current branch stay as they are; the result is a commit on branch taskmaster/TASK (or --target), or a text."
    },
    mixinStandardHelpOptions = true)
public final class RunCommand extends StackCommand {
  @Option(
      names = "--repo",
      required = true,
      paramLabel = "PATH",
      description = "The git repository to work on.")
  private Path repository = Path.of("");

  @Parameters(paramLabel = "DESCRIPTION", description = "What is to be done.")
  private String description = "";

  @Option(
      names = "--as",
      paramLabel = "TASK",
      description = "A ready-made task: fix-bug, write-test, explore-code.")
  private @Nullable String as;

  @Option(
      names = "--test",
      paramLabel = "CMD",
      description = "The test command (default: what taskmaster.yaml says, else what is detected).")
  private @Nullable String test;

  @Option(names = "--build", paramLabel = "CMD", description = "The build command.")
  private @Nullable String build;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = "The tier that models start with: economy, standard, premium.")
  private @Nullable String tier;

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = "What the task may spend, in the currency of your models.")
  private @Nullable BigDecimal budget;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many passes from plan to review it may take.")
  private @Nullable Integer rounds;

  @Option(names = "--target", paramLabel = "BRANCH", description = "The branch the result goes to.")
  private @Nullable String target;

  @Option(names = "--dry-run", description = "Only plan: show the graph, change nothing.")
  private boolean dryRun;

  @Option(
      names = "--unsafe-host-exec",
      description =
          "Let the task's commands run outside a sandbox where none works. They can do all that you can.")
  private boolean unsafeHostExec;

  @Option(
      names = "--reuse",
      paramLabel = "auto|never|ID",
      description = "Whether a graph that worked before is used again (default: auto).")
  private @Nullable String reuse;

  @Option(names = "--detach", description = "Return once the task is certain to be worked on.")
  private boolean detach;

  @Override
  public Integer call() throws InterruptedException {
    var wish = wish();
    var models =
        ModelChoice.require(System.getenv(), Path.of("").toAbsolutePath(), stack().dataDir());
    models.checkTier(tier);
    if (!dryRun && !"explore-code".equals(as)) {
      SandboxCheck.require(unsafeHostExec);
    }
    if (unsafeHostExec) {
      err()
          .println(
              "WARNING: where no sandbox works, commands of this task run with all your rights.");
    }
    var gateway = new Gateway(new StackForTasks(stack(), err()).require(models).gatewayUri());
    var accepted = gateway.submit(wish);
    accepted.notices().forEach(notice -> err().println("note: " + notice));
    err().printf("Task %s in project %s%n", accepted.task(), accepted.project().id());
    err().flush();
    if (detach) {
      return reportDetached(gateway, accepted.task().value());
    }
    var task = new Following(gateway, err()).toTheEnd(accepted.task());
    if (options().json()) {
      printJson(task);
    } else {
      new TaskReport(gateway).print(task, out());
    }
    err().println(TaskReport.cost(task));
    err()
        .printf(
            "More: ./taskmaster task explain %s   or   %s/#%s%n",
            task.task(), gateway.address(), task.task());
    err().flush();
    return TaskReport.exitCode(task);
  }

  private int reportDetached(Gateway gateway, String task) {
    if (options().json()) {
      Map<String, Object> accepted = new LinkedHashMap<>();
      accepted.put("task", task);
      accepted.put("state", "submitted");
      printJson(accepted);
    } else {
      out().println(task);
      out().flush();
    }
    err()
        .printf(
            "Watch it: ./taskmaster task show %s   or   %s/#%s%n", task, gateway.address(), task);
    return ExitCode.DONE;
  }

  /** What can be told without a stack is told before one is started. */
  private TaskWish wish() {
    if (description.isBlank()) {
      throw CommandFailure.badInput(
          "The description is empty: say in a sentence or more what is to be done.");
    }
    var folder = repository.toAbsolutePath().normalize();
    if (!Files.exists(folder)) {
      throw CommandFailure.badInput(
          "'%s' does not exist: say the path of a git repository with --repo."
              .formatted(repository));
    }
    if (rounds != null && rounds < 1) {
      throw CommandFailure.badInput(
          "--rounds %d is not possible: say 1 or more.".formatted(rounds));
    }
    if (budget != null && budget.signum() < 0) {
      throw CommandFailure.badInput(
          "--budget %s is not possible: say an amount of 0 or more.".formatted(budget));
    }
    return new TaskWish(
        folder.toString(),
        description,
        as,
        test,
        build,
        tier,
        budget,
        rounds,
        target,
        dryRun,
        unsafeHostExec,
        reuse);
  }
}
