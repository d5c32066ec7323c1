package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/** The map function of an authored arc (the table of chapter 5). */
final class ArcMaps {

  private ArcMaps() {}

  static MapFunction arc(Node node, Path target, boolean rootIdentity) {
    Path prim = node.path.stripVariants();
    return MapFunction.arc(target, prim, rootIdentity);
  }
}
