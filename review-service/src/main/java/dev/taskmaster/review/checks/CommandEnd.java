package dev.taskmaster.review.checks;

/**
 * How a command ended.
 *
 * @param ending why it was ended by us, or empty where it ended by itself
 * @param output first and last part of what it printed
 */
public record CommandEnd(int exitCode, String ending, String output) {

  public boolean succeeded() {
    return exitCode == 0 && ending.isEmpty();
  }

  /** In words, the same for the same end. */
  public String words() {
    return ending.isEmpty() ? "ended with exit code " + exitCode : ending;
  }
}
