package dev.taskmaster.localstack.cli;

/**
 * Ends a command with an exit code and one message that names the input, the problem and the way
 * out. Shown without a stack trace unless {@code --debug} is given.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private CommandFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The task or check failed. */
  public static CommandFailure failed(String message) {
    return new CommandFailure(ExitCode.FAILED, message);
  }

  /** The task or check failed because of {@code cause}. */
  public static CommandFailure failed(String message, Throwable cause) {
    return new CommandFailure(ExitCode.FAILED, message, cause);
  }

  /** What the person gave cannot be used. */
  public static CommandFailure badInput(String message) {
    return new CommandFailure(ExitCode.BAD_INPUT, message);
  }

  /** What the person gave cannot be used because of {@code cause}. */
  public static CommandFailure badInput(String message, Throwable cause) {
    return new CommandFailure(ExitCode.BAD_INPUT, message, cause);
  }

  /** No stack answers. */
  public static CommandFailure unreachable(String message) {
    return new CommandFailure(ExitCode.UNREACHABLE, message);
  }

  /** No stack answers because of {@code cause}. */
  public static CommandFailure unreachable(String message, Throwable cause) {
    return new CommandFailure(ExitCode.UNREACHABLE, message, cause);
  }

  /** One of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }
}
