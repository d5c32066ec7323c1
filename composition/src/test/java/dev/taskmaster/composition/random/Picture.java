package dev.taskmaster.composition.random;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.Prim;
import dev.taskmaster.composition.SpecSite;
import dev.taskmaster.composition.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * What a stage says, as lines that can be compared. Looks at the first few hundred prims only:
 * random stages can be endless.
 */
final class Picture {

  private static final int PRIMS = 150;
  private static final int DEPTH = 6;

  private Picture() {}

  /** Everything: stacks, order, values, targets and errors. */
  static List<String> full(Stage stage) {
    List<String> lines = new ArrayList<>();
    lines.add("layers " + stage.layerStack());
    for (Prim prim : prims(stage, false)) {
      lines.add(prim.path() + " stack " + prim.primStack());
      lines.add(
          prim.path()
              + " children "
              + prim.childNames()
              + " without "
              + prim.prohibitedChildNames());
      lines.add(prim.path() + " selections " + prim.variantSelections());
      lines.addAll(values(prim));
      for (String name : prim.propertyNames()) {
        lines.add(
            prim.path()
                + "."
                + name
                + " stack "
                + prim.propertyStack(name).stream().map(SpecSite::toString).toList());
      }
      TreeSet<String> errors = new TreeSet<>();
      prim.errors().stream().map(CompositionError::toString).forEach(errors::add);
      lines.add(prim.path() + " errors " + errors);
    }
    return lines;
  }

  /** Only what the stage answers, in no matter which layer or order it is written. */
  static List<String> values(Stage stage) {
    List<String> lines = new ArrayList<>();
    prims(stage, true).forEach(prim -> lines.addAll(values(prim)));
    return lines;
  }

  private static List<String> values(Prim prim) {
    List<String> lines = new ArrayList<>();
    lines.add(prim.path() + " is " + prim.specifier());
    for (String name : prim.attributeNames()) {
      lines.add(prim.path() + "." + name + " = " + prim.value(name));
    }
    for (String name : prim.relationshipNames()) {
      lines.add(prim.path() + "." + name + " -> " + prim.targets(name));
    }
    return lines;
  }

  private static List<Prim> prims(Stage stage, boolean sorted) {
    List<Prim> found = new ArrayList<>();
    Deque<Prim> waiting = new ArrayDeque<>();
    waiting.push(stage.root());
    while (!waiting.isEmpty() && found.size() < PRIMS) {
      Prim prim = waiting.pop();
      found.add(prim);
      if (prim.path().depth() < DEPTH) {
        List<Prim> children = new ArrayList<>(prim.children());
        if (sorted) {
          children.sort(java.util.Comparator.comparing(Prim::name));
        }
        children.reversed().forEach(waiting::push);
      }
    }
    return found;
  }
}
