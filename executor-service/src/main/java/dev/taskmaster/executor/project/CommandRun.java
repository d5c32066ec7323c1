package dev.taskmaster.executor.project;

/**
 * How a command ended.
 *
 * @param output what it wrote to both streams, bounded
 * @param ending how it ended where it did not exit by itself: {@code timed out after 60 s}, {@code
 *     wrote more than 1 GB}; empty where it exited
 */
public record CommandRun(int exitCode, String output, String ending) {
  public boolean succeeded() {
    return exitCode == 0 && ending.isEmpty();
  }
}
