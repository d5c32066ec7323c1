package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.Value;

/**
 * Instances hide the local opinions below them, so that equal instances look alike (chapter 8.13).
 */
final class Instancing {

  private Instancing() {}

  static boolean isInstance(Node root) {
    return saysInstanceable(root)
        && root.subtree().stream().anyMatch(node -> node.contributes() && isShared(node));
  }

  /** The strongest opinion of {@code instanceable}. */
  private static boolean saysInstanceable(Node root) {
    for (Node node : root.subtree()) {
      if (node.contributes() && node.hasSpecs) {
        for (Layer layer : node.layerStack.layers()) {
          PrimSpec spec = layer.prim(node.path);
          if (spec != null
              && spec.metadata().get("instanceable") instanceof Value.Bool(boolean value)) {
            return value;
          }
        }
      }
    }
    return false;
  }

  /**
   * True for a node that all equal instances have: it came with an arc that was authored on the
   * instance itself.
   */
  static boolean isShared(Node node) {
    if (!node.hasSpecs) {
      return false;
    }
    for (Node each = node; each.parent != null; each = each.parent) {
      if (each.below() == 0) {
        return true;
      }
    }
    return false;
  }

  /** For the children of an instance: what is not shared does not count. */
  static void hideLocal(Node node) {
    if (isShared(node)) {
      return;
    }
    node.makeInert();
    node.children.forEach(Instancing::hideLocal);
  }
}
