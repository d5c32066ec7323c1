package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads values and dictionaries (grammar rules {@code value}, {@code tuple}, {@code array}, {@code
 * dictionary}).
 */
final class ValueReader {

  private final Cursor in;
  private final Literals literals;

  ValueReader(Cursor in, Literals literals) {
    this.in = in;
    this.literals = literals;
  }

  /** Any value, not yet converted to a type. */
  Value value() {
    if (in.peek() == '[') {
      return array();
    }
    if (in.peek() == '(') {
      return tuple();
    }
    return literals.atPath() ? new Value.PathText(literals.pathText("a path")) : atom();
  }

  private Value atom() {
    if (literals.atString()) {
      return new Value.Text(literals.string("a string"));
    }
    if (literals.atAsset()) {
      return new Value.Asset(literals.asset());
    }
    Value number = literals.number();
    if (number != null) {
      return number;
    }
    if (!literals.atWord()) {
      throw in.expected("a value");
    }
    return new Value.Word(literals.word("a value"));
  }

  private Value item() {
    return switch (in.peek()) {
      case '[' -> array();
      case '(' -> tuple();
      default -> atom();
    };
  }

  Value array() {
    in.descend();
    List<Value> items = list('[', ']', this::item);
    in.ascend();
    return new Value.Array(items);
  }

  private Value tuple() {
    in.descend();
    int start = in.position();
    List<Value> items = list('(', ')', this::item);
    in.ascend();
    if (items.isEmpty()) {
      throw in.refuse(start, "a tuple with at least one item");
    }
    return new Value.Tuple(items);
  }

  /**
   * Items between brackets, separated by commas; newlines may stand after a bracket, a comma or an
   * item, not before a comma.
   */
  <T> List<T> list(char open, char close, Supplier<T> item) {
    in.expect(open);
    in.anySpace();
    List<T> items = new ArrayList<>();
    while (!in.take(close)) {
      items.add(item.get());
      in.inlineSpace();
      boolean more = in.take(',');
      in.anySpace();
      if (!more && in.peek() != close) {
        throw in.expected("',' or '" + close + "'");
      }
    }
    return items;
  }

  /** Items in brackets, each on a line of its own or followed by {@code ;}. */
  void block(char open, char close, Runnable item) {
    in.expect(open);
    in.anySpace();
    while (!in.take(close)) {
      item.run();
      boolean ended = in.endOfItem();
      if (!ended && in.peek() != close) {
        throw in.expected("a newline, ';' or '" + close + "'");
      }
    }
  }

  /** {@code =} with inline space around it. */
  void equalSign() {
    in.inlineSpace();
    in.expect('=');
    in.inlineSpace();
  }

  Value.Dictionary dictionary() {
    in.descend();
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    block('{', '}', () -> entry(entries));
    in.ascend();
    return new Value.Dictionary(entries);
  }

  private void entry(Map<String, Value.Entry> entries) {
    String type = literals.typeName();
    if (type.equals("dictionary")) {
      in.separator();
      String key = key();
      equalSign();
      entries.put(key, new Value.Entry("dictionary", dictionary()));
      return;
    }
    boolean array = arrayBrackets();
    in.separator();
    String key = key();
    equalSign();
    int start = in.position();
    Value raw = value();
    entries.put(key, new Value.Entry(array ? type + "[]" : type, convert(type, array, raw, start)));
  }

  private String key() {
    return literals.atString() ? literals.string("a key") : literals.propertyName();
  }

  boolean arrayBrackets() {
    int start = in.position();
    in.inlineSpace();
    if (!in.take('[')) {
      in.moveTo(start);
      return false;
    }
    in.inlineSpace();
    in.expect(']');
    return true;
  }

  /** The value in its type; values of unknown types stay as they were written. */
  Value convert(String type, boolean array, Value raw, int start) {
    ValueType known = ValueType.of(type);
    if (known == null) {
      return raw;
    }
    @Nullable Value value = known.convert(raw, array);
    if (value == null) {
      throw in.refuse(start, "a value of type " + type + (array ? "[]" : ""));
    }
    return value;
  }
}
