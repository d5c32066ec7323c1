package dev.taskmaster.worker;

/** The broker did not confirm an event. */
public final class ResultsUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ResultsUnreachableException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
