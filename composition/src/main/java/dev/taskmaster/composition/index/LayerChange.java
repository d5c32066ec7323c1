package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.Value;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a layer differ, as far as it matters to composition (the table of chapter
 * 14).
 *
 * @param whole sublayers, relocations or the default prim differ
 * @param structure prims and variants that came, went or have other arcs
 * @param content prims and variants that say something else in the same structure
 */
record LayerChange(boolean whole, Set<Path> structure, Set<Path> content) {

  static LayerChange between(Layer before, Layer after) {
    boolean whole =
        !before.subLayers().equals(after.subLayers())
            || !before.relocations().equals(after.relocations())
            || before.defaultPrim() != after.defaultPrim();
    LayerChange change = new LayerChange(whole, new HashSet<>(), new HashSet<>());
    before.primPaths().forEach(path -> change.compare(before.prim(path), after.prim(path), path));
    for (Path path : after.primPaths()) {
      if (before.prim(path) == null) {
        change.structure.add(path);
      }
    }
    change.addProperties(before, after);
    change.addProperties(after, before);
    return change;
  }

  private void compare(@Nullable PrimSpec before, @Nullable PrimSpec after, Path path) {
    if (before == after) {
      return;
    }
    if (before == null || after == null || !sameArcs(before, after)) {
      structure.add(path);
    } else if (!before.equals(after)) {
      content.add(path);
    }
  }

  private static boolean sameArcs(PrimSpec before, PrimSpec after) {
    return before.references().equals(after.references())
        && before.payloads().equals(after.payloads())
        && before.inherits().equals(after.inherits())
        && before.specializes().equals(after.specializes())
        && before.variantSets().equals(after.variantSets())
        && before.selections().equals(after.selections())
        && before.variants().equals(after.variants())
        && Objects.equals(instanceable(before), instanceable(after));
  }

  private static @Nullable Value instanceable(PrimSpec spec) {
    return spec.metadata().get("instanceable");
  }

  private void addProperties(Layer one, Layer other) {
    for (Path path : one.propertyPaths()) {
      if (one.property(path) != other.property(path)
          && !Objects.equals(one.property(path), other.property(path))) {
        content.add(path.primPart());
      }
    }
  }
}
