package dev.taskmaster.localstack.live;

/** Text measured in columns of a terminal: colours take none, wide characters two. */
public final class Columns {
  private Columns() {}

  /** How many columns {@code text} takes. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (character == 0x1b) {
        i = endOfEscape(text, i);
      } else {
        width += widthOf(character);
        i += Character.charCount(character);
      }
    }
    return width;
  }

  /** {@code text} cut to {@code width} columns, with an ellipsis where something is missing. */
  public static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    if (width < 1) {
      return "";
    }
    var cut = new StringBuilder();
    int used = 0;
    boolean coloured = false;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (character == 0x1b) {
        int end = endOfEscape(text, i);
        cut.append(text, i, end);
        coloured = true;
        i = end;
        continue;
      }
      if (used + widthOf(character) > width - 1) {
        break;
      }
      cut.appendCodePoint(character);
      used += widthOf(character);
      i += Character.charCount(character);
    }
    return cut.append('…').append(coloured ? "\u001b[0m" : "").toString();
  }

  /** {@code text} cut or filled up with spaces to exactly {@code width} columns. */
  public static String fit(String text, int width) {
    var cut = cut(text, width);
    return cut + " ".repeat(Math.max(0, width - width(cut)));
  }

  /** {@code text} with spaces before it, to at least {@code width} columns. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** The first line of {@code text}, with control characters made harmless. */
  public static String oneLine(String text) {
    var line = text.strip().lines().findFirst().orElse("");
    return line.replaceAll("\\p{Cntrl}+", " ");
  }

  private static int endOfEscape(String text, int start) {
    int end = text.indexOf('m', start);
    return end < 0 ? text.length() : end + 1;
  }

  private static int widthOf(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** East Asian and pictorial characters. Source: Unicode Standard Annex 11, the common ranges. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
