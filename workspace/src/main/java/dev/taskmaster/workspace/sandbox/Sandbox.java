package dev.taskmaster.workspace.sandbox;

/** Runs commands. */
public interface Sandbox {

  /** What commands run in here. */
  Isolation isolation();

  /**
   * Starts a command.
   *
   * @throws SandboxUnavailableException when nothing can be run here; the message says what to do
   */
  RunningCommand start(SandboxCommand command);

  /**
   * Runs a command to its end. Interrupting the thread stops the command; the interrupt stays set.
   *
   * @throws SandboxUnavailableException when nothing can be run here; the message says what to do
   */
  default Ran run(SandboxCommand command) {
    try (RunningCommand running = start(command)) {
      return running.await();
    }
  }
}
