package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds variant sets and adds the chosen variants, on a prim and on the parents of a target
 * (chapter 8.8).
 */
final class VariantArcs {

  private final IndexBuild build;

  VariantArcs(IndexBuild build) {
    this.build = build;
  }

  /** Task 13. */
  void findSets(Node node) {
    queueSets(node, node.path, Task.Kind.AUTHORED);
  }

  /** Task 9. */
  void findAncestralSets(Node node) {
    for (Path path = node.path.parent(); !path.isRoot(); path = path.parent()) {
      if (node.mayContributeAt(path)) {
        queueSets(node, path, Task.Kind.ANCESTRAL_AUTHORED);
      }
      if (path.isVariant()) {
        return;
      }
    }
  }

  static boolean hasAncestralSets(Node node) {
    for (Path path = node.path.parent(); !path.isRoot(); path = path.parent()) {
      if (node.mayContributeAt(path) && Fields.listsVariantSets(node.layerStack, path)) {
        return true;
      }
      if (path.isVariant()) {
        return false;
      }
    }
    return false;
  }

  private void queueSets(Node node, Path path, Task.Kind kind) {
    List<String> sets = List.of();
    for (LayerStack.Authored authored : node.layerStack.specs(path).reversed()) {
      sets = authored.spec().variantSets().apply(sets);
    }
    for (int i = 0; i < sets.size(); i++) {
      build.tasks.add(new Task(kind, node, path, sets.get(i), i));
    }
  }

  /** Tasks 14 and 10. */
  void chooseAuthored(Task task) {
    if (!task.node().mayContributeAt(task.setPath())) {
      return;
    }
    String variant =
        VariantSelection.of(build, task.node(), task.setPath().stripVariants(), task.set());
    if (variant != null && VariableExpression.isIn(variant)) {
      build.error(
          CompositionError.Kind.UNSUPPORTED_FEATURE,
          task.node(),
          VariableExpression.refusal(variant));
    } else if (variant != null && !variant.isEmpty()) {
      addVariant(task, variant);
      return;
    }
    boolean ancestral = task.kind() == Task.Kind.ANCESTRAL_AUTHORED;
    if (fallback(task) != null) {
      build.tasks.add(task.as(ancestral ? Task.Kind.ANCESTRAL_FALLBACK : Task.Kind.FALLBACK));
    } else {
      build.tasks.add(task.as(ancestral ? Task.Kind.ANCESTRAL_NOTHING : Task.Kind.NOTHING));
    }
  }

  /** Tasks 15 and 11. */
  void chooseFallback(Task task) {
    String variant = task.node().mayContributeAt(task.setPath()) ? fallback(task) : null;
    if (variant != null) {
      addVariant(task, variant);
    }
  }

  /** The first fallback of the set that exists among the variants here, or null. */
  private @Nullable String fallback(Task task) {
    for (String variant :
        build.composing.settings().fallbacks().getOrDefault(task.set(), List.of())) {
      for (Layer layer : task.node().layerStack.layers()) {
        PrimSpec spec = layer.prim(task.setPath());
        if (spec != null && spec.variants().getOrDefault(task.set(), List.of()).contains(variant)) {
          return variant;
        }
      }
    }
    return null;
  }

  private void addVariant(Task task, String variant) {
    Node node = task.node();
    Path setPath = task.setPath();
    boolean ancestral = node.path != setPath;
    Path path = node.path.replacePrefix(setPath, setPath.variant(task.set(), variant));
    Arc arc =
        new Arc(
            ArcType.VARIANT,
            node,
            node,
            new Site(node.layerStack, path),
            MapFunction.IDENTITY,
            task.number(),
            setPath.depth(),
            true,
            ancestral,
            ancestral && isBelowClassAuthoredHere(node));
    if (build.add(arc) != null) {
      build.tasks.retryChoices();
    }
  }

  private static boolean isBelowClassAuthoredHere(Node node) {
    for (Node each = node; each != null; each = each.parent) {
      if (each.arc.isClass() && each.below() == 0 && each.contributes()) {
        return true;
      }
    }
    return false;
  }
}
