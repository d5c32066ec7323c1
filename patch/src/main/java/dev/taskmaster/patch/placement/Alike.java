package dev.taskmaster.patch.placement;

/** How alike two lines are. */
final class Alike {
  /** Longer lines are alike only when they are equal. */
  private static final int LONGEST = 400;

  private Alike() {}

  /** The line without what an editor or a model changes unseen: white space, typographic signs. */
  static String relaxed(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    boolean gap = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F') {
        gap = true;
        continue;
      }
      if (gap && !plain.isEmpty()) {
        plain.append(' ');
      }
      gap = false;
      plain.append(plainCharacter(c));
    }
    return plain.toString();
  }

  private static String plainCharacter(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201B' -> "'";
      case '\u201C', '\u201D', '\u201F' -> "\"";
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> "-";
      case '\u2026' -> "...";
      default -> Character.toString(c);
    };
  }

  /** The indentation of a line. */
  static String indent(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return line.substring(0, i);
  }

  /** 1 for equal relaxed lines, 0 for lines with nothing in common (1 − edit distance / length). */
  static double ratio(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int longest = Math.max(a.length(), b.length());
    int shortest = Math.min(a.length(), b.length());
    if (longest > LONGEST || shortest * 2 < longest) {
      return 0;
    }
    return 1 - (double) distance(a, b) / longest;
  }

  /** The Levenshtein distance, by the two-row method. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] spare = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}
