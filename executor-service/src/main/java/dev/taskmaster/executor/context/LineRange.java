package dev.taskmaster.executor.context;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some lines of a file.
 *
 * @param first from 1
 * @param last included; {@link Integer#MAX_VALUE} for the end of the file
 */
public record LineRange(int first, int last) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,8})(?:(-)(\\d{1,8})?)?");

  public LineRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no lines: %d-%d".formatted(first, last));
    }
  }

  /** Reads {@code 12}, {@code 10-40} or {@code 10-}; empty for anything else. */
  public static Optional<LineRange> parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(match.group(1));
    int last = lastOf(match.group(2), match.group(3), first);
    return first < 1 || last < first ? Optional.empty() : Optional.of(new LineRange(first, last));
  }

  private static int lastOf(String dash, String last, int first) {
    if (dash == null) {
      return first;
    }
    return last == null ? Integer.MAX_VALUE : Integer.parseInt(last);
  }

  /** These lines of {@code text}, their endings kept; empty where there are none. */
  public Optional<String> of(String text) {
    int start = startOf(text, first, 0);
    if (start < 0 || start >= text.length()) {
      return Optional.empty();
    }
    int end = last == Integer.MAX_VALUE ? -1 : startOf(text, last - first + 2, start);
    return Optional.of(end < 0 ? text.substring(start) : text.substring(start, end));
  }

  /**
   * Where the line with that number begins, counted from the one at {@code from}; -1 if nowhere.
   */
  private static int startOf(String text, int number, int from) {
    int start = from;
    for (int line = 1; line < number; line++) {
      int newline = text.indexOf('\n', start);
      if (newline < 0) {
        return -1;
      }
      start = newline + 1;
    }
    return start;
  }
}
