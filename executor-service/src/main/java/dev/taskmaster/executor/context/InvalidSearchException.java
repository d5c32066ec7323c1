package dev.taskmaster.executor.context;

/** A search that cannot be carried out as it was written; the message says why. */
public final class InvalidSearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidSearchException(String problem) {
    super(problem);
    this.problem = problem;
  }

  public String problem() {
    return problem;
  }
}
