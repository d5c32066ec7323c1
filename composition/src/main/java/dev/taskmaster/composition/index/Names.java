package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.PrimSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of the children and properties of a prim, collected from weak to strong (chapters 9.2 and
 * 9.3).
 *
 * @param children in order, without the prohibited ones
 * @param prohibited names that a relocation has taken away
 * @param properties in order
 */
public record Names(List<String> children, Set<String> prohibited, List<String> properties) {

  public static Names of(PrimIndex index) {
    List<String> children = new ArrayList<>();
    Set<String> prohibited = new TreeSet<>();
    Set<String> properties = new LinkedHashSet<>();
    children = collect(index.root(), children, prohibited, properties);
    children.removeAll(prohibited);
    return new Names(List.copyOf(children), prohibited, List.copyOf(properties));
  }

  private static List<String> collect(
      Node node, List<String> start, Set<String> prohibited, Set<String> properties) {
    if (node.culled) {
      return start;
    }
    List<String> children = start;
    for (Node child : node.children.reversed()) {
      children = collect(child, children, prohibited, properties);
    }
    if (!node.contributes()) {
      return children;
    }
    for (Layer layer : node.layerStack.layers().reversed()) {
      PrimSpec spec = layer.prim(node.path);
      if (spec != null) {
        children = add(children, spec);
        properties.addAll(spec.properties());
      }
    }
    return children;
  }

  private static List<String> add(List<String> weaker, PrimSpec spec) {
    Set<String> names = new LinkedHashSet<>(weaker);
    names.addAll(spec.children());
    List<String> order = spec.primOrder();
    List<String> all = new ArrayList<>(names);
    return order == null ? all : new ArrayList<>(ListOp.reorder(all, new LinkedHashSet<>(order)));
  }
}
