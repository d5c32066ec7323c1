package dev.taskmaster.patch.reader;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line between a hunk and the next, as far as it says anything.
 *
 * @param oldStart the claimed first line of the old block
 * @param oldCount the claimed number of old lines, −1 when there is no claim
 * @param newCount the claimed number of new lines, −1 when there is no claim
 * @param heading the rest of the line
 */
record HunkHeader(OptionalInt oldStart, int oldCount, int newCount, String heading) {
  private static final Pattern NUMBERS =
      Pattern.compile("-(\\d{1,8})(?:,(\\d{1,8}))? \\+(\\d{1,8})(?:,(\\d{1,8}))?");

  static final HunkHeader NONE = new HunkHeader(OptionalInt.empty(), -1, -1, "");

  static boolean startsAt(String text) {
    return text.startsWith("@@") && !text.startsWith("@@@");
  }

  static HunkHeader of(String text) {
    String rest = text.substring(2).strip();
    Matcher numbers = NUMBERS.matcher(rest);
    if (!numbers.lookingAt()) {
      return new HunkHeader(OptionalInt.empty(), -1, -1, headingOf(rest));
    }
    return new HunkHeader(
        OptionalInt.of(Integer.parseInt(numbers.group(1))),
        count(numbers.group(2)),
        count(numbers.group(4)),
        headingOf(rest.substring(numbers.end()).strip()));
  }

  boolean hasCounts() {
    return oldCount >= 0;
  }

  private static int count(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private static String headingOf(String rest) {
    String heading = rest.startsWith("@@") ? rest.substring(2).strip() : rest;
    heading = heading.endsWith("@@") ? heading.substring(0, heading.length() - 2).strip() : heading;
    boolean saysNothing = heading.equals("...") || heading.equals("…") || heading.startsWith("-");
    return saysNothing ? "" : heading;
  }
}
