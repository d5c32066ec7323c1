package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All opinions through a specialize are weaker than everything else: their nodes are copied to the
 * end of the root (chapter 8.7).
 */
final class SpecializeCopies {

  private final IndexBuild build;

  SpecializeCopies(IndexBuild build) {
    this.build = build;
  }

  /** Keeps the place of a specialize arc in the tree; the opinions come from the copy. */
  @Nullable Node addPlaceholder(Arc arc) {
    if (Cycles.closes(build, arc)) {
      build.error(CompositionError.Kind.ARC_CYCLE, arc.parent(), Cycles.describe(arc));
      return null;
    }
    if (!build.composing.admits(build, arc)) {
      return null;
    }
    Node node = new Node(arc.site().layerStack(), arc.site().path(), ArcType.SPECIALIZE);
    node.parent = arc.parent();
    node.origin = arc.origin();
    node.map = arc.map();
    node.sibling = arc.sibling();
    node.depth = arc.depth();
    node.makeInert();
    Strength.insert(arc.parent(), node);
    if (build.isOutermost()) {
      copy(node);
    }
    if (arc.origin() != arc.parent()) {
      build.addImpliedTasks(node);
    }
    return node;
  }

  /** Task 7: copies the placeholders that came with an attached subtree. */
  void copyAllBelow(Node subtree) {
    for (Node node : subtree.subtree()) {
      if (isPlaceholder(node)) {
        copy(node);
      }
    }
  }

  private static boolean isPlaceholder(Node node) {
    return node.arc == ArcType.SPECIALIZE
        && node.inert
        && node.parent != null
        && node.parent.parent != null
        && node.children.isEmpty();
  }

  private void copy(Node placeholder) {
    Node root = build.root;
    if (repeatsRelocate(placeholder)) {
      return;
    }
    for (Node child : root.children) {
      if (child.sameSite(placeholder) && child.origin == placeholder) {
        return;
      }
      if (child.sameSite(placeholder)) {
        build.tasks.add(Task.Kind.IMPLIED_CLASSES, placeholder);
        return;
      }
    }
    Site site = placeholder.site();
    build.add(
        new Arc(
            ArcType.SPECIALIZE,
            root,
            placeholder,
            site,
            placeholder.mapToRoot(),
            placeholder.sibling,
            root.path.depth(),
            true,
            !site.path().isRootPrim(),
            true));
  }

  private static boolean repeatsRelocate(Node placeholder) {
    Node parent = Objects.requireNonNull(placeholder.parent);
    return parent.arc == ArcType.RELOCATE
        && placeholder.sameSite(parent)
        && placeholder.origin != parent;
  }
}
