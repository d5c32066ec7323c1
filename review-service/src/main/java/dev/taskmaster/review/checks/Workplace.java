package dev.taskmaster.review.checks;

import java.time.Duration;

/** The project's files in a folder of their own; closing it deletes them. */
public interface Workplace extends AutoCloseable {

  /**
   * Runs a shell command in the folder; what it leaves there the next one finds.
   *
   * @param network whether it may use the network
   * @throws InterruptedException when the review is no longer wanted; the command has been ended
   * @throws dev.taskmaster.worker.AttemptFailedException of the configuration when no command can
   *     be run on this machine
   */
  CommandEnd run(String command, Duration limit, boolean network) throws InterruptedException;

  /** What stands between commands and the machine, by its wire name. */
  String isolation();

  @Override
  void close();
}
