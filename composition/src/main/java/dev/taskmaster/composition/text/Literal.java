package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The canonical text of single values (chapter 3.4). */
final class Literal {

  /** The order of property names in a file. */
  static final Comparator<String> BY_DICTIONARY = DictionaryOrder::compare;

  private Literal() {}

  /** A value of a type name; {@code ""} for values whose type is not known. */
  static String value(Value value, String typeName) {
    String itemType =
        typeName.endsWith("[]") ? typeName.substring(0, typeName.length() - 2) : typeName;
    return switch (value) {
      case Value.Block unused -> "None";
      case Value.Bool(boolean bool) -> typeName.isEmpty() ? String.valueOf(bool) : bool ? "1" : "0";
      case Value.Int(long number) -> String.valueOf(number);
      case Value.Unsigned(long bits) -> Long.toUnsignedString(bits);
      case Value.Real(double number) -> real(number, itemType);
      case Value.Text(String text) -> string(text);
      case Value.Asset(String path) -> asset(path);
      case Value.PathText(String text) -> "<" + text + ">";
      case Value.Word(String word) -> word;
      case Value.Tuple(List<Value> items) -> tuple(items, itemType);
      case Value.Array(List<Value> items) -> join("[", items, itemType, "]");
      case Value.Dictionary unused ->
          throw new IllegalArgumentException("a dictionary is written by lines");
      case Value.ListEdit unused ->
          throw new IllegalArgumentException("a list edit is written by lines");
    };
  }

  private static String tuple(List<Value> items, String itemType) {
    boolean nested = !items.isEmpty() && items.getFirst() instanceof Value.Tuple;
    return nested ? join("( ", items, itemType, " )") : join("(", items, itemType, ")");
  }

  private static String join(String open, List<Value> items, String itemType, String close) {
    String type = itemType.isEmpty() ? " " : itemType;
    return items.stream()
        .map(item -> value(item, type))
        .collect(Collectors.joining(", ", open, close));
  }

  private static String real(double number, String typeName) {
    ValueType type = ValueType.of(typeName);
    return RealText.of(number, type == null ? ValueType.Scalar.DOUBLE : type.scalar());
  }

  static String real(double number) {
    return RealText.of(number, ValueType.Scalar.DOUBLE);
  }

  static String asset(String path) {
    if (path.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("the asset path '" + path + "' holds a control character");
    }
    return path.contains("@") ? "@@@" + path.replace("@@@", "\\@@@") + "@@@" : "@" + path + "@";
  }

  static String names(List<String> names) {
    return names.size() == 1
        ? string(names.getFirst())
        : names.stream().map(Literal::string).collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * The parentheses behind a reference or sublayer without custom data; empty if there is nothing
   * to say.
   */
  static String retiming(double offset, double scale) {
    String text = offset == 0 ? "" : "offset = " + real(offset);
    if (scale != 1) {
      text += (text.isEmpty() ? "" : "; ") + "scale = " + real(scale);
    }
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  /** Double quotes; single ones if only those spare escapes; tripled if the text has lines. */
  static String string(String text) {
    boolean preferSingle = text.indexOf('"') >= 0 && text.indexOf('\'') < 0;
    char quote = preferSingle ? '\'' : '"';
    boolean triple = text.indexOf('\n') >= 0;
    String quotes = triple ? ("" + quote).repeat(3) : "" + quote;
    StringBuilder result = new StringBuilder(quotes);
    for (int i = 0; i < text.length(); i++) {
      character(result, text.charAt(i), quote, triple);
    }
    return result.append(quotes).toString();
  }

  private static void character(StringBuilder result, char c, char quote, boolean triple) {
    if (c == '\n') {
      result.append(triple ? "\n" : "\\n");
    } else if (c == '\t') {
      result.append("\\t");
    } else if (c == '\r') {
      result.append("\\r");
    } else if (c == '\\' || c == quote) {
      result.append('\\').append(c);
    } else if (ByteText.isByte(c)) {
      result.append(hex(ByteText.byteOf(c)));
    } else if (c < ' ' || c == 0x7f) {
      result.append(hex(c));
    } else {
      result.append(c);
    }
  }

  private static String hex(int value) {
    return String.format(Locale.ROOT, "\\x%02x", value);
  }
}
