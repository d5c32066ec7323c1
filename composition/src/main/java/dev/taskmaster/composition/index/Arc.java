package dev.taskmaster.composition.index;

/**
 * An arc that shall be added to an index (chapter 8.3).
 *
 * @param sibling place in the list that authored it
 * @param depth namespace depth at which it was authored
 * @param contribute false for an arc whose target site itself must not count
 * @param ancestral true if what the target's namespace parents bring in shall be composed too
 * @param skipDuplicates true if the arc is not needed when its target is in the graph already
 */
record Arc(
    ArcType type,
    Node parent,
    Node origin,
    Site site,
    MapFunction map,
    int sibling,
    int depth,
    boolean contribute,
    boolean ancestral,
    boolean skipDuplicates) {

  /** An authored arc: it comes from its parent and its target contributes. */
  static Arc authored(ArcType type, Node parent, Site site, MapFunction map, int sibling) {
    boolean ancestral =
        !site.path().isRootPrim() && !site.path().isRoot() && type != ArcType.VARIANT;
    return new Arc(
        type, parent, parent, site, map, sibling, parent.path.depth(), true, ancestral, false);
  }

  Arc from(Node newOrigin) {
    return new Arc(
        type, parent, newOrigin, site, map, sibling, depth, contribute, ancestral, skipDuplicates);
  }

  Arc atDepth(int newDepth) {
    return new Arc(
        type, parent, origin, site, map, sibling, newDepth, contribute, ancestral, skipDuplicates);
  }

  Arc contributing(boolean newContribute) {
    return new Arc(
        type, parent, origin, site, map, sibling, depth, newContribute, ancestral, skipDuplicates);
  }

  Arc ancestral(boolean newAncestral) {
    return new Arc(
        type, parent, origin, site, map, sibling, depth, contribute, newAncestral, skipDuplicates);
  }

  Arc skippingDuplicates(boolean skip) {
    return new Arc(type, parent, origin, site, map, sibling, depth, contribute, ancestral, skip);
  }
}
