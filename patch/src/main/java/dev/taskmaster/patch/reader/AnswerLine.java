package dev.taskmaster.patch.reader;

/**
 * A line of an answer.
 *
 * @param number from 1
 * @param text without its line ending, and without the indentation of the fence it is in
 * @param kind text, or the border of a fenced block
 * @param fence the number of the fenced block it is in; 0 outside
 */
record AnswerLine(int number, String text, Kind kind, int fence) {
  enum Kind {
    TEXT,
    FENCE_OPEN,
    FENCE_CLOSE
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
