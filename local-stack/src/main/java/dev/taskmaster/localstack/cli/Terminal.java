package dev.taskmaster.localstack.cli;

/** What the command line is shown on. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal, so that a live view may be drawn there. Java cannot tell
   * the three streams apart; {@code ./taskmaster} can, and says so with a system property.
   */
  public static boolean showsProgress() {
    return Boolean.getBoolean("taskmaster.terminal");
  }
}
