package dev.taskmaster.composition.text;

import dev.taskmaster.composition.Limits;

/**
 * How strictly a layer is read.
 *
 * @param selectionsInArcs true to accept variant selections in the paths of arcs, which composition
 *     then reports; the format forbids them
 */
public record ReadOptions(Limits limits, boolean selectionsInArcs) {

  /** As chapter 3 says. */
  public static final ReadOptions STRICT = new ReadOptions(Limits.DEFAULT, false);
}
