package dev.taskmaster.workspace;

/** Reading or writing git objects failed: a full disk, a missing object, a damaged pack. */
public final class ExchangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExchangeException(String message, Throwable cause) {
    super(message, cause);
  }

  public ExchangeException(String message) {
    super(message);
  }
}
