package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;

/** Prims that are composed somewhere else than where they were written (chapter 8.9). */
final class RelocateArcs {

  private final IndexBuild build;

  RelocateArcs(IndexBuild build) {
    this.build = build;
  }

  /**
   * Task 1: what was at the source is here now, and takes the place of what other arcs bring here.
   */
  void relocate(Node node) {
    Path source = node.layerStack.relocations().sourceOf(node.path);
    if (source == null) {
      return;
    }
    for (Node child : node.children) {
      if (child.arc != ArcType.VARIANT) {
        child.walk(Node::cullFromTheStart);
      }
    }
    for (Layer layer : node.layerStack.layers()) {
      if (layer.prim(source) != null) {
        build.error(
            CompositionError.Kind.OPINION_AT_RELOCATION_SOURCE,
            layer,
            node,
            "the opinion at <" + source + "> is ignored");
      }
    }
    Node added = build.add(arc(node, node, source, true));
    if (added != null) {
      cullRelocatedAway(added);
    }
  }

  private static void cullRelocatedAway(Node node) {
    for (Node child : node.children) {
      if (child.arc == ArcType.RELOCATE) {
        continue;
      }
      if (child.contributes() && child.layerStack.relocations().isSource(child.path)) {
        child.walk(Node::cullFromTheStart);
      } else {
        cullRelocatedAway(child);
      }
    }
  }

  /** Task 2: across the arc above it, a relocation acts on the source as it is called there. */
  void imply(Node node) {
    Node parent = node.parent;
    if (node.arc != ArcType.RELOCATE
        || node.below() > 0
        || parent == null
        || parent.parent == null) {
      return;
    }
    Node grandparent = parent.parent;
    Path source = parent.map.map(node.path);
    if (source == null) {
      return;
    }
    for (Node child : grandparent.children) {
      if (child.arc == ArcType.RELOCATE && child.path == source) {
        return;
      }
    }
    build.add(arc(grandparent, node, source, false));
  }

  private static Arc arc(Node parent, Node origin, Path source, boolean ancestral) {
    Site site = new Site(parent.layerStack, source);
    return new Arc(
        ArcType.RELOCATE,
        parent,
        origin,
        site,
        MapFunction.IDENTITY,
        0,
        parent.path.depth(),
        false,
        ancestral,
        false);
  }

  /** True if a relocation has taken this prim away, so that nothing may be said about it here. */
  static boolean isProhibited(Node root) {
    return root.subtree().stream()
        .anyMatch(node -> node.contributes() && node.layerStack.relocations().isSource(node.path));
  }
}
