package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The metadata fields whose type is known, and what they accept; every other field is kept as it is
 * written (chapters 2.2, 2.3, 3.3).
 */
final class FieldTypes {

  /** What a field accepts. */
  enum Kind {
    BOOL("true or false"),
    STRING("a string"),
    WORD("a word"),
    NUMBER("a number"),
    DICTIONARY("a dictionary"),
    SUBSTITUTIONS("pairs of strings"),
    ASSET("an asset path"),
    UNIT("a unit of measure"),
    ANY("a value");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  private static final Set<String> PERMISSIONS = Set.of("public", "private");
  private static final Set<String> UNITS =
      Set.of("mm", "cm", "dm", "m", "km", "in", "ft", "yd", "mi", "deg", "rad", "default");
  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    for (String name :
        new String[] {"active", "hidden", "instanceable", "noLoadHint", "hasOwnedSubLayers"}) {
      KINDS.put(name, Kind.BOOL);
    }
    for (String name :
        new String[] {
          "documentation",
          "displayName",
          "displayGroup",
          "kind",
          "prefix",
          "suffix",
          "defaultPrim",
          "owner",
          "sessionOwner",
          "colorSpace"
        }) {
      KINDS.put(name, Kind.STRING);
    }
    for (String name :
        new String[] {
          "startTimeCode",
          "endTimeCode",
          "timeCodesPerSecond",
          "framesPerSecond",
          "framePrecision",
          "startFrame",
          "endFrame"
        }) {
      KINDS.put(name, Kind.NUMBER);
    }
    for (String name :
        new String[] {
          "customData", "assetInfo", "customLayerData", "symmetryArguments", "expressionVariables"
        }) {
      KINDS.put(name, Kind.DICTIONARY);
    }
    KINDS.put("permission", Kind.WORD);
    KINDS.put("prefixSubstitutions", Kind.SUBSTITUTIONS);
    KINDS.put("suffixSubstitutions", Kind.SUBSTITUTIONS);
    KINDS.put("colorConfiguration", Kind.ASSET);
    KINDS.put("colorManagementSystem", Kind.STRING);
    KINDS.put("displayUnit", Kind.UNIT);
  }

  private FieldTypes() {}

  static Kind kind(String field) {
    return KINDS.getOrDefault(field, Kind.ANY);
  }

  static boolean accepts(String field, Value value) {
    return switch (kind(field)) {
      case BOOL -> value instanceof Value.Bool;
      case STRING -> value instanceof Value.Text;
      case WORD -> value instanceof Value.Word(String word) && PERMISSIONS.contains(word);
      case NUMBER -> value instanceof Value.Int || value instanceof Value.Real;
      case DICTIONARY -> value instanceof Value.Dictionary;
      case SUBSTITUTIONS -> value instanceof Value.Array;
      case ASSET -> value instanceof Value.Asset;
      case UNIT -> value instanceof Value.Word(String word) && UNITS.contains(word);
      case ANY -> true;
    };
  }
}
