package dev.taskmaster.worker;

/** The graph store does not take a request as it is: the two sides disagree about the protocol. */
public final class StoreRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreRefusedException(String problem) {
    super(problem);
  }
}
