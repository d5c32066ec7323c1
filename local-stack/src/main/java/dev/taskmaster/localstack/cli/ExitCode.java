package dev.taskmaster.localstack.cli;

/** What {@code ./taskmaster} ends with; a contract with people's scripts. */
public final class ExitCode {
  public static final int DONE = 0;

  /** The task or check failed. */
  public static final int FAILED = 1;

  /** Bad usage or input. */
  public static final int BAD_INPUT = 2;

  /** The stack is not reachable. */
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}
