package dev.taskmaster.patch.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the path in the line above a block: headings, bold text, comments, "File: x". */
final class PathLabel {
  private static final List<String> LEADS =
      List.of("file:", "path:", "filename:", "file path:", "filepath:", "update", "create");

  private PathLabel() {}

  /** The one path this line names; empty when it names none or is a sentence. */
  static Optional<String> of(String text, Predicate<String> exists) {
    Optional<String> quoted = onlyQuoted(text, exists);
    if (quoted.isPresent()) {
      return quoted;
    }
    String label = undecorated(text);
    for (String lead : LEADS) {
      if (label.toLowerCase(Locale.ROOT).startsWith(lead)) {
        label = undecorated(label.substring(lead.length()));
      }
    }
    return isPath(label, exists) ? Optional.of(cleaned(label)) : Optional.empty();
  }

  /**
   * The path in the words behind a fence: "python src/a.py", "python:src/a.py", title="src/a.py".
   */
  static Optional<String> ofFence(String info, Predicate<String> exists) {
    String words = info.strip();
    int title = words.indexOf('=');
    String last = title >= 0 ? words.substring(title + 1) : words;
    int cut = Math.max(last.lastIndexOf(' '), title >= 0 ? -1 : last.indexOf(':'));
    String label = undecorated(last.substring(cut + 1));
    boolean looksLikePath = label.contains("/") || label.contains(".") || exists.test(label);
    return looksLikePath && isPath(label, exists) ? Optional.of(cleaned(label)) : Optional.empty();
  }

  private static Optional<String> onlyQuoted(String text, Predicate<String> exists) {
    List<String> parts = List.of(text.split("`", -1));
    if (parts.size() != 3 || parts.get(1).isBlank()) {
      return Optional.empty();
    }
    return isPath(parts.get(1).strip(), exists)
        ? Optional.of(cleaned(parts.get(1).strip()))
        : Optional.empty();
  }

  private static String undecorated(String text) {
    String label = text.strip();
    int start = 0;
    while (start < label.length() && "#*`'\"<!->/;:([ ".indexOf(label.charAt(start)) >= 0) {
      start++;
    }
    // A path may be absolute, and must then be refused as such, not repaired.
    if (start > 0
        && label.charAt(start - 1) == '/'
        && (start < 2 || label.charAt(start - 2) != '/')) {
      start--;
    }
    int end = label.length();
    while (end > start && "#*`'\"<!->;:)], ".indexOf(label.charAt(end - 1)) >= 0) {
      end--;
    }
    return label.substring(start, end).strip();
  }

  private static boolean isPath(String label, Predicate<String> exists) {
    if (label.isEmpty() || label.length() > 400) {
      return false;
    }
    if (exists.test(cleaned(label))) {
      return true;
    }
    boolean oneWord = label.chars().noneMatch(Character::isWhitespace);
    int dot = label.lastIndexOf('.');
    boolean hasSuffix =
        dot >= 0 && dot + 1 < label.length() && Character.isLetterOrDigit(label.charAt(dot + 1));
    return oneWord && (hasSuffix || label.contains("/")) && !label.contains("://");
  }

  private static String cleaned(String label) {
    return label.startsWith("./") ? label.substring(2) : label;
  }
}
