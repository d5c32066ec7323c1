package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Names;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads the smallest pieces: words, numbers, strings, asset paths and paths (chapter 3.1). */
final class Literals {

  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final Cursor in;

  Literals(Cursor in) {
    this.in = in;
  }

  boolean atWord() {
    return Names.isStart(in.peekCodePoint());
  }

  /** An identifier. */
  String word(String what) {
    if (!atWord()) {
      throw in.expected(what);
    }
    int start = in.position();
    while (!in.atEnd() && Names.isPart(in.peekCodePoint())) {
      in.moveTo(in.position() + Character.charCount(in.peekCodePoint()));
    }
    return in.since(start);
  }

  /** The identifier at this place, without going past it; empty if there is none. */
  String peekWord() {
    int start = in.position();
    String word = atWord() ? word("a word") : "";
    in.moveTo(start);
    return word;
  }

  /** Takes this very word, and not one that merely starts with it. */
  boolean takeWord(String word) {
    if (!peekWord().equals(word)) {
      return false;
    }
    in.moveTo(in.position() + word.length());
    return true;
  }

  /** Identifiers joined by {@code :}. */
  String propertyName() {
    int start = in.position();
    word("a property name");
    while (in.take(':')) {
      word("a name after ':'");
    }
    return in.since(start);
  }

  /** A type name such as {@code int} or {@code Some::Type}; names of long ago become today's. */
  String typeName() {
    int start = in.position();
    word("a type name");
    while (in.take("::")) {
      word("a name after '::'");
    }
    return ValueType.today(in.since(start));
  }

  boolean atString() {
    return in.peek() == '"' || in.peek() == '\'';
  }

  String string(String what) {
    if (!atString()) {
      throw in.expected(what);
    }
    int start = in.position();
    char quote = (char) in.next();
    boolean triple = in.take("" + quote + quote);
    if (!triple && in.position() > start + 1) {
      throw in.expected("a string");
    }
    String end = triple ? ("" + quote).repeat(3) : "" + quote;
    ByteText result = new ByteText();
    while (!in.take(end)) {
      if (in.atEnd() || (!triple && (in.peek() == '\n' || in.peek() == '\r'))) {
        throw in.refuse(start, "a string that is closed by " + end);
      }
      if (in.take('\\')) {
        escape(result, start, end);
      } else {
        result.character((char) in.next());
      }
    }
    return result.toString();
  }

  private void escape(ByteText result, int start, String end) {
    if (in.atEnd()) {
      throw in.refuse(start, "a string that is closed by " + end);
    }
    char c = (char) in.next();
    switch (c) {
      case 'a' -> result.character('\u0007');
      case 'b' -> result.character('\b');
      case 'f' -> result.character('\f');
      case 'n' -> result.character('\n');
      case 'r' -> result.character('\r');
      case 't' -> result.character('\t');
      case 'v' -> result.character('\u000b');
      case 'x' -> result.unit(digits(16, 2, 0));
      case '0', '1', '2', '3', '4', '5', '6', '7' -> result.unit(digits(8, 2, c - '0') & 0xff);
      default -> result.character(c);
    }
  }

  private int digits(int radix, int most, int start) {
    int value = start;
    for (int i = 0; i < most; i++) {
      int digit = in.atEnd() || in.peek() > 'f' ? -1 : Character.digit(in.peek(), radix);
      if (digit < 0) {
        break;
      }
      value = value * radix + digit;
      in.next();
    }
    return value;
  }

  boolean atAsset() {
    return in.peek() == '@';
  }

  String asset() {
    int start = in.position();
    if (in.take("@@@")) {
      return tripleAsset(start);
    }
    in.expect('@');
    int content = in.position();
    while (in.peek() != '@') {
      assetCharacter(start);
    }
    String path = in.since(content);
    in.next();
    return path;
  }

  private String tripleAsset(int start) {
    StringBuilder path = new StringBuilder();
    while (!in.take("@@@")) {
      if (in.take("\\@@@")) {
        path.append("@@@");
      } else {
        path.append(assetCharacter(start));
      }
    }
    for (int i = 0; i < 2 && in.take('@'); i++) {
      path.append('@');
    }
    return path.toString();
  }

  private char assetCharacter(int start) {
    if (in.atEnd() || in.peek() < ' ' || in.peek() == 0x7f) {
      throw in.refuse(start, "an asset path on one line without control characters");
    }
    return (char) in.next();
  }

  boolean atPath() {
    return in.peek() == '<';
  }

  /** The text between angle brackets, which may be empty. */
  String pathText(String what) {
    if (!atPath()) {
      throw in.expected(what);
    }
    int start = in.position();
    in.next();
    while (in.peek() != '>') {
      if (in.atEnd() || in.peek() == '\n') {
        throw in.refuse(start, "a path that is closed by '>'");
      }
      in.next();
    }
    String text = in.since(start + 1);
    in.next();
    return text;
  }

  /** A path, made absolute from the anchor. */
  Path path(String what, Path anchor) {
    int start = in.position();
    String text = pathText(what);
    try {
      return Path.parse(text, anchor);
    } catch (IllegalArgumentException wrong) {
      throw in.refuse(start, what + " (" + wrong.getMessage() + ")");
    }
  }

  /**
   * A number, or null if none starts here. {@code inf} and {@code nan} count, other words do not.
   */
  @Nullable Value number() {
    int start = in.position();
    boolean negative = in.take('-');
    if (atWord()) {
      String word = peekWord();
      if (word.equals("inf") || (word.equals("nan") && !negative)) {
        takeWord(word);
        return new Value.Real(
            word.equals("nan")
                ? Double.NaN
                : negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
      }
      in.moveTo(start);
      return null;
    }
    int whole = decimals();
    boolean integer = !in.take('.');
    int fraction = integer ? 0 : decimals();
    if (whole + fraction == 0) {
      if (!integer || negative) {
        throw in.refuse(start, "a number");
      }
      return null;
    }
    integer &= !exponent();
    if (atWord()) {
      throw in.refuse(start, "a number");
    }
    return numeric(in.since(start), integer, negative);
  }

  private int decimals() {
    int start = in.position();
    while (in.peek() >= '0' && in.peek() <= '9') {
      in.next();
    }
    return in.position() - start;
  }

  private boolean exponent() {
    if (in.peek() != 'e' && in.peek() != 'E') {
      return false;
    }
    in.next();
    if (in.peek() == '-' || in.peek() == '+') {
      in.next();
    }
    if (decimals() == 0) {
      throw in.expected("digits of an exponent");
    }
    return true;
  }

  private static Value numeric(String text, boolean integer, boolean negative) {
    if (integer && text.length() <= 24) {
      BigInteger exact = new BigInteger(text);
      if (exact.signum() == 0 && negative) {
        return new Value.Real(-0.0);
      }
      if (exact.bitLength() <= 63) {
        return new Value.Int(exact.longValue());
      }
      if (exact.signum() > 0 && exact.compareTo(MAX_UNSIGNED) <= 0) {
        return new Value.Unsigned(exact.longValue());
      }
    }
    return new Value.Real(Double.parseDouble(text));
  }
}
