package dev.taskmaster.workspace.sandbox;

/**
 * How a command ended.
 *
 * @param exit its exit code; 128 + signal when a signal ended it, also ours
 * @param output what it wrote, standard output and error as they came, first and last part
 * @param truncated whether output is missing in the middle
 * @param timedOut whether it ran into its time limit
 * @param killed whether it was ended by us: cancelled or timed out
 * @param isolation what it ran in
 * @param millis how long it ran
 */
public record Ran(
    int exit,
    String output,
    boolean truncated,
    boolean timedOut,
    boolean killed,
    Isolation isolation,
    long millis) {

  /** Whether it ended by itself with exit code 0. */
  public boolean succeeded() {
    return exit == 0 && !killed;
  }
}
