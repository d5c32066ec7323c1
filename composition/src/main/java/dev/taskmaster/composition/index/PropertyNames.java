package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.PrimSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of the properties of a prim, collected from weak to strong; nothing reorders them (chapter
 * 9.3).
 */
public final class PropertyNames {

  private PropertyNames() {}

  public static List<String> of(PrimIndex index) {
    Set<String> names = new LinkedHashSet<>();
    collect(index.root(), names);
    return List.copyOf(names);
  }

  private static void collect(Node node, Set<String> names) {
    if (node.culled) {
      return;
    }
    for (Node child : node.children.reversed()) {
      collect(child, names);
    }
    if (node.contributes()) {
      for (Layer layer : node.layerStack.layers().reversed()) {
        PrimSpec spec = layer.prim(node.path);
        if (spec != null) {
          names.addAll(spec.properties());
        }
      }
    }
  }
}
