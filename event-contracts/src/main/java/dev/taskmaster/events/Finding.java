package dev.taskmaster.events;

import org.jspecify.annotations.Nullable;

/**
 * One thing a check found wrong, precise enough to correct an input by.
 *
 * @param check what found it: {@code test}, {@code build}, {@code setup}, {@code self}, {@code
 *     patch}, {@code human}
 * @param message one line
 * @param file path in the project, or null
 * @param line from 1, or 0 where unknown
 * @param excerpt the lines of output or source that show it, bounded; may be empty
 */
public record Finding(
    String check, String message, @Nullable String file, int line, String excerpt) {
  public Finding {
    if (check == null || check.isBlank() || message == null || message.isBlank()) {
      throw new IllegalArgumentException("a finding names its check and says what it found");
    }
    if (excerpt == null) {
      excerpt = "";
    }
  }
}
