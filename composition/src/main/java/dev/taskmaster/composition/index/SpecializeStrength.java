package dev.taskmaster.composition.index;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The order of two specializes below one node (second half of chapter 7.1). */
final class SpecializeStrength {

  private SpecializeStrength() {}

  static boolean isStronger(Node a, Node b) {
    Node startA = originStart(a);
    Node startB = originStart(b);
    if (!isAbove(startA, startB) && !isAbove(startB, startA) && a.depth != b.depth) {
      return a.depth > b.depth;
    }
    boolean bothFromElsewhere = a.origin != a.parent && b.origin != b.parent;
    if (a.origin == b.origin && bothFromElsewhere && isImplied(a) != isImplied(b)) {
      return isImplied(a);
    }
    if (startA != startB && !(startA == a && startB == b)) {
      return Strength.isFirst(startA, startB);
    }
    int hierarchyA = hierarchyDepth(a);
    int hierarchyB = hierarchyDepth(b);
    if (hierarchyA != hierarchyB) {
      return hierarchyA < hierarchyB;
    }
    int chainA = originChain(a);
    int chainB = originChain(b);
    if (chainA != chainB) {
      return chainA > chainB;
    }
    if (bothFromElsewhere && isImplied(a) != isImplied(b) && inRootStack(a) && inRootStack(b)) {
      return isImplied(a);
    }
    if (a.origin != b.origin) {
      return Strength.isFirst(Objects.requireNonNull(a.origin), Objects.requireNonNull(b.origin));
    }
    return a.sibling < b.sibling;
  }

  /** The end of the origin chain: where the arc was authored. */
  static Node originStart(Node node) {
    Node start = node;
    while (start.origin != null && start.origin != start.parent) {
      start = start.origin;
    }
    return start;
  }

  private static int originChain(Node node) {
    int length = 0;
    for (Node each = node; each.origin != null && each.origin != each.parent; each = each.origin) {
      length++;
    }
    return length;
  }

  /** Walking up from {@code below}, from a copied specialize by its origin. */
  private static boolean isAbove(Node above, Node below) {
    for (Node node = below; node != null; node = up(node)) {
      if (node == above && node != below) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node up(Node node) {
    return node.isCopiedSpecialize() ? node.origin : node.parent;
  }

  private static boolean isImplied(Node node) {
    return node.origin != null && !node.sameSite(node.origin);
  }

  private static boolean inRootStack(Node node) {
    Node root = node;
    while (root.parent != null) {
      root = root.parent;
    }
    return node.layerStack == root.layerStack;
  }

  private static int hierarchyDepth(Node node) {
    if (node.origin == node.parent) {
      return 0;
    }
    Node instance = ImpliedClasses.classStart(Objects.requireNonNull(node.origin)).instance();
    while (instance.arc == ArcType.RELOCATE && instance.parent != null) {
      instance = instance.parent;
    }
    return instance.depth;
  }
}
