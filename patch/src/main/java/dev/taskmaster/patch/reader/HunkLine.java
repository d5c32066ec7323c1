package dev.taskmaster.patch.reader;

/** One line of a hunk without its marker and without its line ending. */
public record HunkLine(Kind kind, String text) {

  /** What the hunk says about a line. */
  public enum Kind {
    CONTEXT,
    REMOVED,
    ADDED
  }

  /** Whether the line is part of the file before the change. */
  public boolean isOld() {
    return kind != Kind.ADDED;
  }

  /** Whether the line is part of the file after the change. */
  public boolean isNew() {
    return kind != Kind.REMOVED;
  }
}
