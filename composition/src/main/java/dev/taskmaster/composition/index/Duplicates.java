package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/**
 * Whether a site already contributes to a graph or to one of the graphs around it (chapter 8.3).
 */
final class Duplicates {

  private Duplicates() {}

  static boolean present(IndexBuild build, Site site) {
    IndexBuild level = build;
    Path path = site.path();
    while (true) {
      if (contains(level.root, site.layerStack(), path)) {
        return true;
      }
      Frame frame = level.frame;
      if (frame == null) {
        return false;
      }
      path = frame.atRequestedLevel(path, level.root.path);
      level = frame.outer();
    }
  }

  private static boolean contains(Node node, LayerStack stack, Path path) {
    if (node.isAt(stack, path) && node.contributes()) {
      return true;
    }
    for (Node child : node.children) {
      if (contains(child, stack, path)) {
        return true;
      }
    }
    return false;
  }
}
