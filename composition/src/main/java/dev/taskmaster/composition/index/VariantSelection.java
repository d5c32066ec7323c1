package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which variant of a set is selected: the one that was taken before, else the strongest authored
 * selection (chapter 8.8).
 */
final class VariantSelection {

  private final String set;

  private VariantSelection(String set) {
    this.set = set;
  }

  /**
   * The selection for a set of {@code path} (without selections) of a node; null if there is none.
   */
  static @Nullable String of(IndexBuild build, Node node, Path path, String set) {
    Node start = node;
    Path at = path;
    Path atRoot = node.mapToRoot().map(path);
    if (atRoot != null) {
      start = build.root;
      at = atRoot;
    } else {
      while (start.parent != null) {
        Path above = start.map.map(at);
        if (above == null) {
          break;
        }
        at = above;
        start = start.parent;
      }
    }
    VariantSelection selection = new VariantSelection(set);
    String taken = selection.taken(start, at);
    return taken != null ? taken : selection.authored(start, at);
  }

  private @Nullable String taken(Node node, Path path) {
    Path intro = node.introPath();
    if (node.arc == ArcType.VARIANT
        && intro.isVariant()
        && intro.name().equals(set)
        && intro.primPath().stripVariants() == path) {
      return intro.variant();
    }
    for (Node child : node.children) {
      Path below = child.map.unmap(path);
      String found = below == null ? null : taken(child, below);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String authored(Node node, Path path) {
    Path intro = node.introPath();
    Path at =
        intro.hasVariantSelections() ? path.replacePrefix(intro.stripVariants(), intro) : path;
    if (node.mayContributeAt(at)) {
      for (LayerStack.Authored each : node.layerStack.specs(at)) {
        String variant = each.spec().selections().get(set);
        if (variant != null) {
          return variant;
        }
      }
    }
    for (Node child : node.children) {
      Path below = child.map.unmap(path);
      String found = below == null ? null : authored(child, below);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
