package dev.taskmaster.workspace.sandbox;

/** A command under way. */
public interface RunningCommand extends AutoCloseable {

  /**
   * Waits for its end, at most for its time limit. Interrupting the waiting thread stops the
   * command; the interrupt stays set.
   */
  Ran await();

  /**
   * Asks all its processes to end, and ends them shortly afterwards. May be called by any thread.
   */
  void cancel();

  /** Stops it if it is still running, and frees what it holds. */
  @Override
  void close();
}
