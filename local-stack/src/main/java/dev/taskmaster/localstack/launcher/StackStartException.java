package dev.taskmaster.localstack.launcher;

/**
 * The stack could not be started; the message names the process, its last words and the way out.
 */
public final class StackStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean badInput;

  private StackStartException(String message, boolean badInput, Throwable cause) {
    super(message, cause);
    this.badInput = badInput;
  }

  StackStartException(String message) {
    super(message);
    this.badInput = false;
  }

  StackStartException(String message, Throwable cause) {
    this(message, false, cause);
  }

  /** What was asked for cannot be had. */
  static StackStartException badInput(String message) {
    return new StackStartException(message, true, new IllegalArgumentException(message));
  }

  /** Whether asking for something else would help, as with a port that is taken. */
  public boolean isBadInput() {
    return badInput;
  }
}
