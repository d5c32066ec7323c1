package dev.taskmaster.patch.reader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the file names of diff headers: quoting, time stamps and prefixes. */
final class HeaderName {
  static final String NOTHING = "/dev/null";

  private static final Map<Character, Character> ESCAPES =
      Map.of('n', '\n', 't', '\t', 'r', '\r', '"', '"', '\\', '\\', 'a', '\u0007', 'b', '\b');

  private HeaderName() {}

  /** The name after {@code ---} or {@code +++}, unquoted, without a time stamp. */
  static String of(String rest) {
    String name = rest.strip();
    if (name.startsWith("\"")) {
      return unquoted(name);
    }
    int tab = name.indexOf('\t');
    name = tab >= 0 ? name.substring(0, tab).strip() : withoutTimeStamp(name);
    if (name.length() > 2 && name.startsWith("`") && name.endsWith("`")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.startsWith("./") ? name.substring(2) : name;
  }

  /**
   * The old and new path of a pair of names: git's prefixes go, unless the tree knows the names as
   * they are and not without.
   */
  static Pair pair(String oldName, String newName, Predicate<String> exists) {
    boolean gitPair = hasPrefix(oldName) && hasPrefix(newName) && !oldName.equals(newName);
    if (gitPair) {
      return oneOf(oldName, newName, exists, true);
    }
    return oneOf(oldName, newName, exists, false);
  }

  private static Pair oneOf(
      String oldName, String newName, Predicate<String> exists, boolean preferStripped) {
    boolean oldRaw = !oldName.equals(NOTHING) && exists.test(oldName);
    boolean newRaw = !newName.equals(NOTHING) && exists.test(newName);
    Pair stripped = new Pair(stripped(oldName), stripped(newName));
    Pair raw = new Pair(oldName, newName);
    boolean strippedKnown = known(stripped.oldPath(), exists) || known(stripped.newPath(), exists);
    if (preferStripped) {
      return strippedKnown || !(oldRaw || newRaw) ? stripped : raw;
    }
    return oldRaw || newRaw ? raw : stripped;
  }

  private static boolean known(String path, Predicate<String> exists) {
    return !path.equals(NOTHING) && exists.test(path);
  }

  private static boolean hasPrefix(String name) {
    return name.equals(NOTHING)
        || (name.length() > 2 && name.charAt(1) == '/' && "abiwco12".indexOf(name.charAt(0)) >= 0);
  }

  private static String stripped(String name) {
    return !name.equals(NOTHING) && hasPrefix(name) ? name.substring(2) : name;
  }

  private static String withoutTimeStamp(String name) {
    int space = name.indexOf("  ");
    if (space > 0 && space + 2 < name.length() && Character.isDigit(name.charAt(space + 2))) {
      return name.substring(0, space);
    }
    return name;
  }

  private static String unquoted(String quoted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 1;
    while (i < quoted.length() && quoted.charAt(i) != '"') {
      char c = quoted.charAt(i);
      if (c != '\\' || i + 1 >= quoted.length()) {
        int point = quoted.codePointAt(i);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      } else if (isOctal(quoted, i + 1)) {
        bytes.write(Integer.parseInt(quoted.substring(i + 1, i + 4), 8));
        i += 4;
      } else {
        bytes.write(ESCAPES.getOrDefault(quoted.charAt(i + 1), '\u0001'));
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isOctal(String text, int from) {
    return from + 3 <= text.length()
        && text.substring(from, from + 3).chars().allMatch(c -> c >= '0' && c <= '7');
  }

  /** The path before and after; {@link #NOTHING} where there is none. */
  record Pair(String oldPath, String newPath) {}
}
