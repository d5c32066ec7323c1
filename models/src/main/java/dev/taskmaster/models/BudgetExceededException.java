package dev.taskmaster.models;

/** The money left does not buy a useful reply; nothing was sent. */
public final class BudgetExceededException extends PermanentModelException {

  private static final long serialVersionUID = 1L;

  public BudgetExceededException(String model, String problem, String wayOut) {
    super(model, problem, wayOut, null);
  }
}
