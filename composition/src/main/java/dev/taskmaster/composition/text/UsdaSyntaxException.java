package dev.taskmaster.composition.text;

/** The text of a layer is not what the format allows; says where, and what was expected there. */
public final class UsdaSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String identifier;
  private final int line;
  private final int column;
  private final String expected;

  UsdaSyntaxException(String identifier, int line, int column, String expected, String found) {
    super(identifier + ":" + line + ":" + column + ": expected " + expected + ", found " + found);
    this.identifier = identifier;
    this.line = line;
    this.column = column;
    this.expected = expected;
  }

  /** The layer that was read. */
  public String identifier() {
    return identifier;
  }

  /** Counted from 1. */
  public int line() {
    return line;
  }

  /** Counted from 1, in UTF-16 units. */
  public int column() {
    return column;
  }

  public String expected() {
    return expected;
  }
}
