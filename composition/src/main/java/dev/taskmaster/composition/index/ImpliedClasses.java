package dev.taskmaster.composition.index;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A class arc found across another arc also acts on the near side of that arc (chapter 8.6). */
final class ImpliedClasses {

  private final IndexBuild build;
  private final ClassArcs classes;

  ImpliedClasses(IndexBuild build, ClassArcs classes) {
    this.build = build;
    this.classes = classes;
  }

  /**
   * The node that has a whole chain of classes, and the first class of the chain (null if the node
   * is no class).
   */
  record ClassStart(Node instance, @Nullable Node firstClass) {}

  /** The top of the class chain that {@code node} belongs to. */
  static ClassStart classStart(Node node) {
    Node instance = node.isCopiedSpecialize() ? Objects.requireNonNull(node.origin) : node;
    int below = instance.below();
    Node first = null;
    while (instance.arc.isClass() && instance.parent != null && instance.below() == below) {
      first = instance;
      instance = instance.parent;
      if (instance.isCopiedSpecialize()) {
        instance = Objects.requireNonNull(instance.origin);
      }
    }
    return new ClassStart(instance, first);
  }

  static Node impliedStart(Node node) {
    Node start = node;
    while (start.arc.isClass() && start.parent != null) {
      ClassStart chain = classStart(start);
      start = chain.instance;
      Node first = chain.firstClass;
      if (start.arc.isClass() && first != null && first.path.hasPrefix(start.introPath())) {
        break;
      }
    }
    return start;
  }

  /**
   * The root child that holds the opinions of a specialize placeholder; the node itself if it is
   * none.
   */
  static Node copyOf(Node node) {
    if (node.arc != ArcType.SPECIALIZE || node.parent == null || node.parent.parent == null) {
      return node;
    }
    Node root = node.parent;
    while (root.parent != null) {
      root = root.parent;
    }
    for (Node child : root.children) {
      if (child.origin == node && child.isCopiedSpecialize()) {
        return child;
      }
    }
    return node;
  }

  static boolean hasClassChild(Node node) {
    return copyOf(node).children.stream().anyMatch(child -> child.arc.isClass());
  }

  /** Task 8. */
  void imply(Node node) {
    if (node.parent != null && hasClassChild(node)) {
      imply(node.parent, node, node.map.withRoot(), true);
    }
  }

  private void imply(Node target, Node source, MapFunction transfer, boolean start) {
    if (target.arc == ArcType.RELOCATE && target.parent != null) {
      imply(target.parent, source, target.map.withRoot().compose(transfer), start);
      build.tasks.add(Task.Kind.IMPLIED_CLASSES, target);
      return;
    }
    for (Node child : List.copyOf(copyOf(source).children)) {
      boolean longerChain = start && source.arc.isClass() && source.below() == child.below();
      if (child.arc.isClass() && !longerChain) {
        implyOne(target, child, transfer);
      }
    }
  }

  private void implyOne(Node target, Node source, MapFunction transfer) {
    MapFunction map =
        transfer.isIdentity()
            ? source.map
            : transfer.compose(source.map.compose(transfer.inverse())).withRoot();
    Node added = implied(target, source, map);
    if (added == null) {
      added = classes.add(source.arc, target, source, map, source.sibling, source.site());
    }
    if (added != null && hasClassChild(source)) {
      imply(copyOf(added), source, map.inverse().compose(transfer.compose(source.map)), false);
    }
  }

  private static @Nullable Node implied(Node target, Node source, MapFunction map) {
    for (Node child : target.children) {
      if (child.origin == source && child.map.equals(map) && !child.isCopiedSpecialize()) {
        return child;
      }
    }
    return null;
  }
}
