package dev.taskmaster.review.findings;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of a text what differs between two equal failures. */
public final class StableText {
  private static final int LONGEST_LINE = 300;

  /** Patterns see no more of a line, so that none of them can take long. */
  private static final int LONGEST_READ = 2000;

  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");
  private static final List<Map.Entry<Pattern, String>> CHANGING =
      List.of(
          entry(
              "\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?",
              "<time>"),
          entry("(?<![\\w:.])\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?(?![\\w:])", "<time>"),
          entry(
              "[ \\t]*[(\\[]?\\b(?:in |after |Time elapsed: )?\\d+(?:[.,]\\d+)? ?(?:ms|secs?|seconds|s)\\b[)\\]]?(?=\\s|$)",
              ""),
          entry("\\b0x[0-9a-fA-F]{4,}\\b", "0x…"),
          entry("@[0-9a-f]{5,16}\\b", "@…"),
          entry("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "<uuid>"),
          entry("(127\\.0\\.0\\.1|localhost|\\[::1\\]):\\d{2,5}", "$1:…"),
          entry("\\b(pid|process|thread)[ =:]\\d+", "$1 …"),
          entry("(?<![\\w.])/(?:tmp|var/tmp|var/folders|private/tmp)/[^\\s'\":,)]+", "/tmp/…"));

  private StableText() {}

  private static Map.Entry<Pattern, String> entry(String pattern, String replacement) {
    return Map.entry(Pattern.compile(pattern), replacement);
  }

  /**
   * Without colours, with plain line ends; of lines that were written over, such as bars of
   * progress, the last state; no line longer than 2,000 characters.
   */
  public static String plain(String output) {
    var text = COLOURS.matcher(output).replaceAll("").replace("\r\n", "\n");
    var plain = new StringBuilder();
    for (var line : text.split("\n", -1)) {
      var last = line.substring(line.lastIndexOf('\r') + 1);
      plain.append(last, 0, Math.min(last.length(), LONGEST_READ)).append('\n');
    }
    plain.setLength(plain.length() - 1);
    return plain.toString();
  }

  /** One line without times, addresses and folders of its moment, at most 300 characters. */
  public static String line(String text) {
    var line = text.strip().lines().findFirst().orElse("").strip();
    line = line.substring(0, Math.min(line.length(), LONGEST_READ));
    for (var changing : CHANGING) {
      line = changing.getKey().matcher(line).replaceAll(changing.getValue());
    }
    line = line.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
  }
}
