package dev.taskmaster.worker;

import org.jspecify.annotations.Nullable;

/** The graph store did not answer, or could not just now. */
public final class StoreUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnreachableException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
