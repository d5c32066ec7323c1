package dev.taskmaster.workspace;

/** A tree that must not be written: the message names the path and the reason. */
public final class UnsafeTreeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsafeTreeException(String message) {
    super(message);
  }
}
