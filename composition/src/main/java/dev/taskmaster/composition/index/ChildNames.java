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
 * Names of the children of a prim, collected from weak to strong (chapter 9.2).
 *
 * @param names in order, without the prohibited ones
 * @param prohibited names that a relocation has taken away
 */
public record ChildNames(List<String> names, Set<String> prohibited) {

  public static ChildNames of(PrimIndex index) {
    Set<String> prohibited = new TreeSet<>();
    List<String> names = new ArrayList<>(collect(index, index.root(), List.of(), prohibited));
    names.removeAll(prohibited);
    return new ChildNames(List.copyOf(names), prohibited);
  }

  private static List<String> collect(
      PrimIndex index, Node node, List<String> weaker, Set<String> prohibited) {
    if (node.culled) {
      return weaker;
    }
    List<String> names = weaker;
    for (Node child : node.children.reversed()) {
      names = collect(index, child, names, prohibited);
    }
    if (!node.contributes() || (index.isInstanceable() && !Instancing.isShared(node))) {
      return names;
    }
    names = node.layerStack.relocations().rename(node.path, names, prohibited);
    for (Layer layer : node.layerStack.layers().reversed()) {
      PrimSpec spec = layer.prim(node.path);
      if (spec != null && !(spec.children().isEmpty() && spec.primOrder() == null)) {
        names = add(names, spec);
      }
    }
    return names;
  }

  private static List<String> add(List<String> weaker, PrimSpec spec) {
    Set<String> names = new LinkedHashSet<>(weaker);
    names.addAll(spec.children());
    List<String> order = spec.primOrder();
    List<String> all = new ArrayList<>(names);
    return order == null ? all : ListOp.reorder(all, new LinkedHashSet<>(order));
  }
}
