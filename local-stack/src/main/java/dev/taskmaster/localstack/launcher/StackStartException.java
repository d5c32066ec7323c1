package dev.taskmaster.localstack.launcher;

/**
 * The stack could not be started; the message names the process, its last words and the way out.
 */
public final class StackStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StackStartException(String message) {
    super(message);
  }

  StackStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
