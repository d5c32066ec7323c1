package dev.taskmaster.review.findings;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong that a tool reported.
 *
 * @param file the project's path, or null
 * @param line from 1, or 0 where unknown
 * @param excerpt the lines that show it
 */
public record Problem(String message, @Nullable String file, int line, String excerpt) {
  public Problem {
    message = StableText.line(message);
    if (message.isEmpty()) {
      message = "failed";
    }
  }
}
