package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/** Arcs that would lead back to where they come from (chapter 8.10). */
final class Cycles {

  private Cycles() {}

  static boolean closes(IndexBuild build, Arc arc) {
    if (arc.type() == ArcType.VARIANT || isImpliedBelowRelocate(arc)) {
      return false;
    }
    Node node = arc.parent();
    Path target = arc.site().path();
    IndexBuild level = build;
    while (true) {
      for (Node each = node; each != null; each = each.parent) {
        boolean related = each.path.hasPrefix(target) || target.hasPrefix(each.path);
        if (each.layerStack == arc.site().layerStack() && related) {
          return true;
        }
      }
      Frame frame = level.frame;
      if (frame == null) {
        return false;
      }
      target = frame.atRequestedLevel(target, level.root.path);
      node = frame.parent();
      level = frame.outer();
    }
  }

  private static boolean isImpliedBelowRelocate(Arc arc) {
    if (!arc.type().isClass() || arc.origin() == arc.parent()) {
      return false;
    }
    for (Node node = arc.parent(); node != null; node = node.parent) {
      if (node.arc == ArcType.RELOCATE) {
        return true;
      }
      if (!node.arc.isClass()) {
        return false;
      }
    }
    return false;
  }

  static String describe(Arc arc) {
    StringBuilder sites = new StringBuilder();
    for (Node node = arc.parent(); node != null; node = node.parent) {
      sites.insert(0, node.site() + " -> ");
    }
    return "the arc closes a cycle: " + sites + arc.site();
  }
}
