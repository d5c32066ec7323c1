package dev.taskmaster.composition;

/**
 * Bounds on foreign input. What exceeds one is refused or, while composing, reported.
 *
 * @param textLength characters of one layer's text
 * @param nesting levels of prims, values and dictionaries in one layer, and of arcs behind arcs
 *     while composing
 * @param nodesPerIndex nodes of one prim index, before {@code IndexCapacityExceeded}
 * @param subLayerDepth levels of sublayers
 */
public record Limits(int textLength, int nesting, int nodesPerIndex, int subLayerDepth) {

  public static final Limits DEFAULT = new Limits(64 << 20, 128, 1000, 64);

  public Limits {
    if (textLength < 1 || nesting < 1 || nodesPerIndex < 1 || subLayerDepth < 1) {
      throw new IllegalArgumentException(
          "every limit is at least 1: "
              + textLength
              + ", "
              + nesting
              + ", "
              + nodesPerIndex
              + ", "
              + subLayerDepth);
    }
  }
}
