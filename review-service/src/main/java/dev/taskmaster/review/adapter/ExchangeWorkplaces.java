package dev.taskmaster.review.adapter;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.review.checks.CommandEnd;
import dev.taskmaster.review.checks.Workplace;
import dev.taskmaster.review.checks.Workplaces;
import dev.taskmaster.review.findings.ProjectPaths;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.workspace.ExchangeRepositories;
import dev.taskmaster.workspace.ExchangeRepository;
import dev.taskmaster.workspace.TreeFile;
import dev.taskmaster.workspace.checkout.Checkout;
import dev.taskmaster.workspace.sandbox.Policy;
import dev.taskmaster.workspace.sandbox.Ran;
import dev.taskmaster.workspace.sandbox.Sandbox;
import dev.taskmaster.workspace.sandbox.SandboxCommand;
import dev.taskmaster.workspace.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@link Workplaces} from the exchange repositories, commands in the sandbox. */
final class ExchangeWorkplaces implements Workplaces {
  /** So that tools neither colour nor ask, and equal runs print the same. */
  private static final Map<String, String> QUIET =
      Map.of("CI", "true", "NO_COLOR", "1", "FORCE_COLOR", "0", "PYTHONDONTWRITEBYTECODE", "1");

  private final ExchangeRepositories repositories;
  private final Path workDir;
  private final SandboxChoice sandboxes;
  private final long outputLimit;

  ExchangeWorkplaces(
      ExchangeRepositories repositories, Path workDir, SandboxChoice sandboxes, long outputLimit) {
    this.repositories = repositories;
    this.workDir = workDir;
    this.sandboxes = sandboxes;
    this.outputLimit = outputLimit;
  }

  @Override
  public Workplace open(WorkOrder order, Attempt attempt) {
    var sandbox = sandboxes.of(order.options().unsafeHostExec());
    var checkout = exchange(order).checkout(order.files().tree().value(), workDir);
    return new CheckedOut(checkout, sandbox, attempt, outputLimit);
  }

  @Override
  public ProjectPaths paths(WorkOrder order) {
    var files = exchange(order).files(order.files().tree().value());
    return new ProjectPaths(files.stream().map(TreeFile::path).toList());
  }

  @Override
  public String diff(WorkOrder order, int mostBytes) {
    var files = order.files();
    return exchange(order).diff(files.baseTree().value(), files.tree().value(), mostBytes);
  }

  private ExchangeRepository exchange(WorkOrder order) {
    return repositories.open(order.project().id().value());
  }

  private record CheckedOut(Checkout checkout, Sandbox sandbox, Attempt attempt, long outputLimit)
      implements Workplace {

    @Override
    public CommandEnd run(String command, Duration limit, boolean network)
        throws InterruptedException {
      var policy = network ? Policy.standard().withNetwork() : Policy.standard();
      var line = List.of("/bin/sh", "-c", command);
      var wanted = new SandboxCommand(line, checkout.folder(), QUIET, limit, outputLimit, policy);
      try (var running = sandbox.start(wanted);
          var hook = attempt.onStop(running::cancel)) {
        var ran = running.await();
        // Also clears the interrupt, so that the folder can be deleted.
        if (Thread.interrupted() || attempt.stopRequested()) {
          throw new InterruptedException("stopped while a command ran");
        }
        return new CommandEnd(ran.exit(), endingOf(ran, limit), withoutFolder(ran.output()));
      } catch (SandboxUnavailableException e) {
        throw new AttemptFailedException(
            new NodeOutcome.Failed(FaultKind.CONFIGURATION, String.valueOf(e.getMessage())), e);
      }
    }

    /** Where the folder was is of no use to anybody and different each time. */
    private String withoutFolder(String output) {
      return output.replace(checkout.folder() + "/", "").replace(SandboxCommand.INSIDE + "/", "");
    }

    private static String endingOf(Ran ran, Duration limit) {
      if (ran.timedOut()) {
        return "did not end within %d s and was stopped".formatted(limit.toSeconds());
      }
      return ran.killed() ? "was killed" : "";
    }

    @Override
    public String isolation() {
      return sandbox.isolation().wireName();
    }

    @Override
    public void close() {
      try {
        checkout.close();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the checkout " + checkout.folder() + " could not be deleted", e);
      }
    }
  }
}
