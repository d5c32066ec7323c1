package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type name of chapter 2.7: what one number or word of it is, and how many of them make one
 * value.
 *
 * @param dimensions sizes of the nested tuples, empty for a plain value
 */
record ValueType(String name, Scalar scalar, List<Integer> dimensions) {

  /** What one innermost item is. */
  enum Scalar {
    BOOL,
    UCHAR,
    INT,
    UINT,
    INT64,
    UINT64,
    HALF,
    FLOAT,
    DOUBLE,
    STRING,
    ASSET,
    NOTHING
  }

  private static final Map<String, ValueType> TYPES = new HashMap<>();
  private static final Map<String, String> ALIASES = new HashMap<>();
  private static final Set<String> FALSE_WORDS = Set.of("false", "no", "0");
  private static final Set<String> TRUE_WORDS = Set.of("true", "yes", "1");

  static {
    aliases();
    for (Scalar scalar : Scalar.values()) {
      plain(scalar.name().toLowerCase(Locale.ROOT), scalar);
    }
    plain("token", Scalar.STRING);
    plain("pathExpression", Scalar.STRING);
    plain("timecode", Scalar.DOUBLE);
    plain("opaque", Scalar.NOTHING);
    plain("group", Scalar.NOTHING);
    TYPES.remove("nothing");
    for (int size = 2; size <= 4; size++) {
      tuple("int" + size, Scalar.INT, size);
      tuple("half" + size, Scalar.HALF, size);
      tuple("float" + size, Scalar.FLOAT, size);
      tuple("double" + size, Scalar.DOUBLE, size);
      tuple("matrix" + size + "d", Scalar.DOUBLE, size, size);
    }
    tuple("frame4d", Scalar.DOUBLE, 4, 4);
    Map<String, Scalar> precisions =
        Map.of("h", Scalar.HALF, "f", Scalar.FLOAT, "d", Scalar.DOUBLE);
    precisions.forEach(
        (letter, scalar) -> {
          tuple("quat" + letter, scalar, 4);
          for (String role : List.of("point3", "normal3", "vector3", "color3", "texCoord3")) {
            tuple(role + letter, scalar, 3);
          }
          tuple("color4" + letter, scalar, 4);
          tuple("texCoord2" + letter, scalar, 2);
        });
  }

  private static void aliases() {
    for (String size : List.of("2", "3", "4")) {
      alias("Vec" + size + "i", "int" + size);
      alias("Vec" + size + "h", "half" + size);
      alias("Vec" + size + "f", "float" + size);
      alias("Vec" + size + "d", "double" + size);
      alias("Matrix" + size + "d", "matrix" + size + "d");
    }
    for (String role : List.of("Point", "Normal", "Vector", "Color")) {
      String name = role.toLowerCase(Locale.ROOT) + "3";
      alias(role, name + "d");
      alias(role + "Float", name + "f");
    }
    for (String letter : List.of("h", "f", "d")) {
      alias("Quat" + letter, "quat" + letter);
    }
    alias("Frame", "frame4d");
    alias("Transform", "matrix4d");
    alias("PointIndex", "int");
    alias("EdgeIndex", "int");
    alias("FaceIndex", "int");
  }

  private static void alias(String old, String name) {
    ALIASES.put(old, name);
  }

  /** The name of a type today, for a name of long ago; all other names stay. */
  static String today(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  private static void plain(String name, Scalar scalar) {
    TYPES.put(name, new ValueType(name, scalar, List.of()));
  }

  private static void tuple(String name, Scalar scalar, Integer... dimensions) {
    TYPES.put(name, new ValueType(name, scalar, List.of(dimensions)));
  }

  /**
   * The type of this name, or null if the name is not known; arrays are asked for without brackets.
   */
  static @Nullable ValueType of(String name) {
    return TYPES.get(name);
  }

  /** Converts what was read into a value of this type, or null if it does not fit. */
  @Nullable Value convert(Value raw, boolean array) {
    if (scalar == Scalar.NOTHING) {
      return null;
    }
    if (!array) {
      return item(raw, 0);
    }
    if (!(raw instanceof Value.Array(List<Value> items))) {
      return null;
    }
    List<Value> converted = items(items, 0);
    return converted == null ? null : new Value.Array(converted);
  }

  private @Nullable Value item(Value raw, int level) {
    if (level == dimensions.size()) {
      return scalar(raw);
    }
    if (!(raw instanceof Value.Tuple(List<Value> items)) || items.size() != dimensions.get(level)) {
      return null;
    }
    List<Value> converted = items(items, level + 1);
    return converted == null ? null : new Value.Tuple(converted);
  }

  private @Nullable List<Value> items(List<Value> raw, int level) {
    List<Value> converted = new ArrayList<>(raw.size());
    for (Value item : raw) {
      Value value = item(item, level);
      if (value == null) {
        return null;
      }
      converted.add(value);
    }
    return converted;
  }

  private @Nullable Value scalar(Value raw) {
    return switch (scalar) {
      case BOOL -> bool(raw);
      case UCHAR -> integer(raw, 0, 255);
      case INT -> integer(raw, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case UINT -> integer(raw, 0, 0xffff_ffffL);
      case INT64 -> integer(raw, Long.MIN_VALUE, Long.MAX_VALUE);
      case UINT64 -> raw instanceof Value.Unsigned ? raw : integer(raw, 0, Long.MAX_VALUE);
      case HALF -> real(raw, scalar);
      case FLOAT -> real(raw, scalar);
      case DOUBLE -> real(raw, scalar);
      case STRING -> raw instanceof Value.Text ? raw : null;
      case ASSET -> raw instanceof Value.Asset ? raw : null;
      case NOTHING -> null;
    };
  }

  private static @Nullable Value bool(Value raw) {
    String word =
        switch (raw) {
          case Value.Word(String text) -> text.toLowerCase(Locale.ROOT);
          case Value.Text(String text) -> text.toLowerCase(Locale.ROOT);
          case Value.Int(long number) -> number == 0 ? "0" : "1";
          case Value.Unsigned unused -> "1";
          case Value.Real(double number) -> number == 0 ? "0" : "1";
          default -> "";
        };
    if (TRUE_WORDS.contains(word)) {
      return new Value.Bool(true);
    }
    return FALSE_WORDS.contains(word) ? new Value.Bool(false) : null;
  }

  private static @Nullable Value integer(Value raw, long least, long most) {
    long number;
    switch (raw) {
      case Value.Int(long value) -> number = value;
      case Value.Real(double value) -> {
        if (!(value >= -0x1p63 && value < 0x1p63)) {
          return null;
        }
        number = (long) value;
      }
      default -> {
        return null;
      }
    }
    return number < least || number > most ? null : new Value.Int(number);
  }

  private static @Nullable Value real(Value raw, Scalar scalar) {
    double number;
    switch (raw) {
      case Value.Int(long value) -> number = value;
      case Value.Unsigned(long bits) -> number = Double.parseDouble(Long.toUnsignedString(bits));
      case Value.Real(double value) -> number = value;
      default -> {
        return null;
      }
    }
    return new Value.Real(
        switch (scalar) {
          case HALF -> Float.float16ToFloat(Float.floatToFloat16((float) number));
          case FLOAT -> (float) number;
          default -> number;
        });
  }
}
