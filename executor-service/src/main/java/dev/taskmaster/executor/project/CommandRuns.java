package dev.taskmaster.executor.project;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.worker.Attempt;
import java.time.Duration;

/** Runs shell commands in the sandbox, in a checkout of the tree the node sees. */
public interface CommandRuns {
  /**
   * Runs and waits; stopping the attempt kills everything the command started.
   *
   * @throws dev.taskmaster.worker.AttemptFailedException of the configuration where there is no
   *     sandbox to run it in
   * @throws InterruptedException when the attempt was stopped
   */
  CommandRun run(WorkOrder order, String command, Duration limit, Attempt attempt)
      throws InterruptedException;
}
