package dev.taskmaster.review.findings;

import java.util.List;

/**
 * What a command printed, line by line, while it is being understood.
 *
 * @param lines without colours
 * @param paths the project's files
 */
public record Output(List<String> lines, ProjectPaths paths) {
  private static final int MOST_LINES = 14;
  private static final int MOST_CHARS = 1000;

  public Output {
    lines = List.copyOf(lines);
  }

  /** The output of a command. */
  public static Output of(String text, ProjectPaths paths) {
    return new Output(StableText.plain(text).lines().toList(), paths);
  }

  public int size() {
    return lines.size();
  }

  public String line(int index) {
    return lines.get(index);
  }

  /** The line at {@code index} and, where it ends with a colon, the words it announces. */
  public String headline(int index, int end) {
    var words = new StringBuilder(line(index).strip());
    int more = 0;
    for (int i = index + 1; i < Math.min(end, size()) && more < 4; i++) {
      var line = line(i).strip();
      if (!(words.toString().endsWith(":") || more > 0) || line.startsWith("at ")) {
        break;
      }
      if (!line.isEmpty()) {
        words.append(' ').append(line);
        more++;
      } else if (more > 0) {
        break;
      }
    }
    return words.toString();
  }

  /** Lines from {@code begin} to before {@code end} as an excerpt, without blank ends, bounded. */
  public String excerpt(int begin, int end) {
    var text = new StringBuilder();
    int used = 0;
    for (int i = Math.max(begin, 0); i < Math.min(end, size()) && used < MOST_LINES; i++) {
      var line = line(i).stripTrailing();
      if (line.isBlank()) {
        continue;
      }
      if (text.length() + line.length() > MOST_CHARS) {
        break;
      }
      text.append(line).append('\n');
      used++;
    }
    return text.toString().stripTrailing();
  }
}
