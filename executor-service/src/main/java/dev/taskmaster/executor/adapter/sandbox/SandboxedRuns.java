package dev.taskmaster.executor.adapter.sandbox;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.executor.project.CommandRun;
import dev.taskmaster.executor.project.CommandRuns;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.workspace.ExchangeRepositories;
import dev.taskmaster.workspace.checkout.Checkout;
import dev.taskmaster.workspace.sandbox.Ran;
import dev.taskmaster.workspace.sandbox.Sandbox;
import dev.taskmaster.workspace.sandbox.SandboxCommand;
import dev.taskmaster.workspace.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Commands in a fresh checkout of their tree, in the sandbox that their task allows. */
public final class SandboxedRuns implements CommandRuns {
  private final ExchangeRepositories repositories;
  private final Path workDir;
  private final ChosenSandboxes sandboxes;

  /**
   * @param workDir where checkouts live while they are needed
   */
  public SandboxedRuns(ExchangeRepositories repositories, Path workDir, ChosenSandboxes sandboxes) {
    this.repositories = repositories;
    this.workDir = workDir;
    this.sandboxes = sandboxes;
  }

  @Override
  public CommandRun run(WorkOrder order, String command, Duration limit, Attempt attempt)
      throws InterruptedException {
    var exchange = repositories.open(order.project().id().value());
    try (var checkout = exchange.checkout(order.files().tree().value(), workDir)) {
      var sandbox = sandboxes.of(order.options().unsafeHostExec());
      return run(sandbox, checkout, command, limit, attempt);
    } catch (SandboxUnavailableException e) {
      throw new AttemptFailedException(
          new NodeOutcome.Failed(FaultKind.CONFIGURATION, String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a checkout in " + workDir + " could not be removed", e);
    }
  }

  private static CommandRun run(
      Sandbox sandbox, Checkout checkout, String command, Duration limit, Attempt attempt)
      throws InterruptedException {
    var line = SandboxCommand.shell(command, checkout.folder(), limit);
    try (var running = sandbox.start(line);
        var hook = attempt.onStop(running::cancel)) {
      var ran = running.await();
      // Also clears the interrupt, so that the checkout can be removed.
      if (Thread.interrupted() || attempt.stopRequested()) {
        throw new InterruptedException("stopped while a command ran");
      }
      return new CommandRun(ran.exit(), ran.output(), endingOf(ran, limit));
    }
  }

  private static String endingOf(Ran ran, Duration limit) {
    if (ran.timedOut()) {
      return "did not end within %d s".formatted(limit.toSeconds());
    }
    return ran.killed() ? "was killed" : "";
  }
}
