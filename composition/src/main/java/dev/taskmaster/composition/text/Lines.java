package dev.taskmaster.composition.text;

import java.util.List;

/** Indented lines of text. */
final class Lines {

  private final StringBuilder text = new StringBuilder();
  private int level;
  private int count;
  private int held = -1;

  void indent() {
    level++;
  }

  void outdent() {
    level--;
  }

  /**
   * One line; empty lines are not indented. Later lines of a text with newlines are written as they
   * are.
   */
  void line(String line) {
    if (!line.isEmpty()) {
      text.append("    ".repeat(level)).append(line);
    }
    text.append('\n');
    count++;
  }

  /** What follows is written as one head, until it is released. */
  void hold() {
    held = text.length();
  }

  /**
   * Takes back what was written since {@link #hold}, without the first indent and the last newline.
   */
  String release() {
    String head = text.substring(held, text.length() - 1).strip();
    text.setLength(held);
    held = -1;
    return head;
  }

  int count() {
    return count;
  }

  /** {@code head} and one item per line in brackets. */
  void list(String head, List<String> items, boolean trailingComma) {
    line(head + "[");
    indent();
    for (int i = 0; i < items.size(); i++) {
      line(items.get(i) + (trailingComma || i < items.size() - 1 ? "," : ""));
    }
    outdent();
    line("]");
  }

  /** {@code head} and pairs in braces. */
  void pairs(String head, List<String> pairs) {
    line(head + "{");
    indent();
    for (int i = 0; i < pairs.size(); i++) {
      line(pairs.get(i) + (i < pairs.size() - 1 ? ", " : ""));
    }
    outdent();
    line("}");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
