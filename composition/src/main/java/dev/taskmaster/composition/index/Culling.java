package dev.taskmaster.composition.index;

import java.util.HashSet;
import java.util.Set;

/** Drops nodes that cannot matter, so that indexes of children stay small (chapter 8.12). */
final class Culling {

  private Culling() {}

  static void cull(Node root) {
    for (Node child : root.children) {
      cullTree(child, root);
    }
  }

  private static void cullTree(Node node, Node root) {
    boolean needed = false;
    for (Node child : node.children) {
      cullTree(child, root);
      needed |= !child.culled;
    }
    if (!needed
        && node.below() > 0
        && !(node.hasSpecs && node.contributes())
        && !isLocalClass(node, root)) {
      node.cull();
    }
  }

  /**
   * A class of the stage's own layers below some prim: it may get opinions when that prim is
   * edited.
   */
  private static boolean isLocalClass(Node node, Node root) {
    return node.arc == ArcType.INHERIT
        && node.layerStack == root.layerStack
        && !SpecializeStrength.originStart(node).introPath().isRootPrim();
  }

  /** Takes culled nodes out, unless a kept node needs them as parent or origin. */
  static void finish(Node root) {
    Set<Node> kept = new HashSet<>();
    root.walk(
        node -> {
          if (!node.culled) {
            keep(node, kept);
          }
        });
    keep(root, kept);
    drop(root, kept);
  }

  private static void keep(Node start, Set<Node> kept) {
    for (Node node = start; node != null && kept.add(node); node = node.parent) {
      if (node.origin != null) {
        keep(node.origin, kept);
      }
    }
  }

  private static void drop(Node node, Set<Node> kept) {
    node.children.removeIf(child -> !kept.contains(child));
    node.children.forEach(child -> drop(child, kept));
  }
}
