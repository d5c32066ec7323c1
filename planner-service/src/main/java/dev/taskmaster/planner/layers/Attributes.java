package dev.taskmaster.planner.layers;

import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.Value;
import java.util.List;
import java.util.Set;

/** Writes attributes of nodes with the types they have everywhere. */
final class Attributes {
  private static final Set<String> TOKENS = Set.of("kind", "tier", "phase");

  private Attributes() {}

  static void set(PrimEditor prim, String name, Object value) {
    switch (value) {
      case Integer number -> prim.set(name, (long) number);
      case List<?> texts -> prim.set(name, texts.stream().map(String::valueOf).toList());
      default -> {
        var text = clean(String.valueOf(value));
        prim.set(TOKENS.contains(name) ? "token" : "string", name, Value.of(text));
      }
    }
  }

  /** Control characters other than line ends and tabs are of no use to anybody. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
  }
}
