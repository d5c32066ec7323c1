package dev.taskmaster.composition.text;

import dev.taskmaster.composition.Limits;

/**
 * A position in the text of a layer, with the format's rules for space, newlines and comments
 * (chapter 3.1).
 */
final class Cursor {

  private static final int END = -1;

  private final String identifier;
  private final String text;
  private final Limits limits;
  private int at;
  private int depth;

  Cursor(String identifier, String text, Limits limits) {
    this.identifier = identifier;
    this.text = text;
    this.limits = limits;
    if (text.length() > limits.textLength()) {
      throw refuse(0, "at most " + limits.textLength() + " characters");
    }
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  int peekCodePoint() {
    return at < text.length() ? text.codePointAt(at) : END;
  }

  int next() {
    if (atEnd()) {
      throw expected("more text");
    }
    return text.charAt(at++);
  }

  String since(int start) {
    return text.substring(start, at);
  }

  boolean looksAt(String token) {
    return text.startsWith(token, at);
  }

  boolean take(String token) {
    boolean found = looksAt(token);
    at += found ? token.length() : 0;
    return found;
  }

  boolean take(char c) {
    boolean found = peek() == c;
    at += found ? 1 : 0;
    return found;
  }

  void expect(char c) {
    if (!take(c)) {
      throw expected("'" + c + "'");
    }
  }

  /** Spaces, tabs and block comments; says if a space or tab was among them. */
  boolean inlineSpace() {
    boolean space = false;
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t') {
        at++;
        space = true;
      } else if (looksAt("/*")) {
        blockComment();
      } else {
        return space;
      }
    }
  }

  /** At least one space or tab between two words. */
  void separator() {
    if (!inlineSpace()) {
      throw expected("a space");
    }
  }

  /** Any space, newlines and comments. */
  void anySpace() {
    while (true) {
      inlineSpace();
      int c = peek();
      if (c == '\n' || c == '\r') {
        at++;
      } else if (c == '#' || looksAt("//")) {
        lineComment();
      } else {
        return;
      }
    }
  }

  /** A newline or {@code ;}, then any space; false if there is neither. */
  boolean endOfItem() {
    inlineSpace();
    if (take(';')) {
      anySpace();
      return true;
    }
    return endOfLine();
  }

  /** A newline, perhaps behind a comment, then any space; false if something else follows. */
  boolean endOfLine() {
    inlineSpace();
    int c = peek();
    if (c == '#' || looksAt("//") || c == '\n' || c == '\r') {
      anySpace();
      return true;
    }
    return false;
  }

  private void lineComment() {
    while (!atEnd() && peek() != '\n' && peek() != '\r') {
      at++;
    }
  }

  private void blockComment() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw expected("'*/' that ends the comment");
    }
    at = end + 2;
  }

  /** Goes one level deeper; the reader is recursive, so levels are limited. */
  void descend() {
    if (++depth > limits.nesting()) {
      throw expected("at most " + limits.nesting() + " levels of nesting");
    }
  }

  void ascend() {
    depth--;
  }

  UsdaSyntaxException expected(String what) {
    return refuse(at, what);
  }

  UsdaSyntaxException refuse(int position, String what) {
    int line = 1;
    int lineStart = 0;
    int end = Math.min(position, text.length());
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    String found = end >= text.length() ? "the end" : "'" + excerpt(end) + "'";
    return new UsdaSyntaxException(identifier, line, end - lineStart + 1, what, found);
  }

  private String excerpt(int start) {
    int end = Math.min(text.length(), start + 20);
    return text.substring(start, end).replace("\n", "\\n").replace("\r", "\\r");
  }
}
