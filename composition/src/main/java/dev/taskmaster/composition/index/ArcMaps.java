package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/**
 * The map function of an authored arc (the table of chapter 5, with the relocations of the layer
 * stack).
 */
final class ArcMaps {

  private ArcMaps() {}

  static MapFunction arc(Node node, Path target, boolean rootIdentity) {
    Path prim = node.path.stripVariants();
    MapFunction map = MapFunction.arc(target, prim, rootIdentity);
    Relocations relocations = node.layerStack.relocations();
    return relocations.isEmpty() ? map : relocations.mapBelow(prim).compose(map);
  }
}
