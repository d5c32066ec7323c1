package dev.taskmaster.composition.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value of chapter 2.7. The type name stands beside it, in the attribute or the dictionary
 * entry.
 */
public sealed interface Value {

  record Bool(boolean value) implements Value {}

  /** Any integer type whose value fits into 64 signed bits. */
  record Int(long value) implements Value {}

  /** A {@code uint64} above the signed range, as its 64 bits. */
  record Unsigned(long bits) implements Value {}

  /** {@code double}, {@code float} or {@code half}; already rounded to its type. */
  record Real(double value) implements Value {}

  /**
   * {@code string} or {@code token}. A byte that is no UTF-8 is kept as the lone surrogate U+DC00
   * plus the byte.
   */
  record Text(String value) implements Value {}

  /** An asset path as written. */
  record Asset(String path) implements Value {}

  /** A path as written, in a field this library does not interpret. */
  record PathText(String text) implements Value {}

  /** A bare word in a field or of a type this library does not interpret. */
  record Word(String word) implements Value {}

  record Tuple(List<Value> items) implements Value {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  record Array(List<Value> items) implements Value {
    public Array {
      items = List.copyOf(items);
    }
  }

  /** A list edit in a field this library does not interpret, such as {@code apiSchemas}. */
  record ListEdit(ListOp<Value> op) implements Value {}

  /** {@code None}: weaker values are hidden. */
  record Block() implements Value {
    public static final Block BLOCK = new Block();
  }

  /**
   * One entry of a dictionary: a value and the name of its type ({@code dictionary} for a nested
   * one).
   */
  record Entry(String type, Value value) {}

  /** A dictionary in the order of its keys' first appearance. */
  record Dictionary(Map<String, Entry> entries) implements Value {
    public static final Dictionary EMPTY = new Dictionary(Map.of());

    public Dictionary {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** This dictionary over a weaker one, key by key and recursively (chapter 11.4). */
    public Dictionary over(Dictionary weaker) {
      Map<String, Entry> merged = new LinkedHashMap<>(entries);
      weaker.entries.forEach(
          (key, entry) ->
              merged.merge(
                  key,
                  entry,
                  (strong, weak) ->
                      strong.value instanceof Dictionary mine
                              && weak.value instanceof Dictionary theirs
                          ? new Entry(strong.type, mine.over(theirs))
                          : strong));
      return new Dictionary(merged);
    }
  }

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(boolean value) {
    return new Bool(value);
  }

  static Value of(long value) {
    return new Int(value);
  }

  static Value of(double value) {
    return new Real(value);
  }

  static Value strings(List<String> texts) {
    return new Array(texts.stream().<Value>map(Text::new).toList());
  }

  default boolean isBlock() {
    return this instanceof Block;
  }

  /** The text of a string, token, asset or word. */
  default String asString() {
    return switch (this) {
      case Text text -> text.value;
      case Asset asset -> asset.path;
      case Word word -> word.word;
      default -> throw unlike("a string");
    };
  }

  default boolean asBool() {
    return switch (this) {
      case Bool bool -> bool.value;
      default -> throw unlike("a bool");
    };
  }

  default long asLong() {
    return switch (this) {
      case Int integer -> integer.value;
      default -> throw unlike("an integer");
    };
  }

  default int asInt() {
    return Math.toIntExact(asLong());
  }

  default double asDouble() {
    return switch (this) {
      case Real real -> real.value;
      case Int integer -> integer.value;
      default -> throw unlike("a number");
    };
  }

  /** The items of an array. */
  default List<Value> asList() {
    return switch (this) {
      case Array array -> array.items;
      default -> throw unlike("an array");
    };
  }

  default List<String> asStringList() {
    List<String> texts = new ArrayList<>();
    for (Value item : asList()) {
      texts.add(item.asString());
    }
    return List.copyOf(texts);
  }

  /** Key to value of a dictionary, without the types. */
  default Map<String, Value> asMap() {
    if (!(this instanceof Dictionary dictionary)) {
      throw unlike("a dictionary");
    }
    Map<String, Value> values = new LinkedHashMap<>();
    dictionary.entries.forEach((key, entry) -> values.put(key, entry.value));
    return Collections.unmodifiableMap(values);
  }

  private IllegalStateException unlike(String wanted) {
    return new IllegalStateException("the value " + this + " is not " + wanted);
  }
}
