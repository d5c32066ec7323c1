package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Path;
import java.util.ArrayList;
import java.util.List;

/** One prim that is being composed: what its builds share, its errors and its use of the limits. */
final class Composing {

  private final Indexes indexes;
  private final Path path;
  private final List<CompositionError> errors = new ArrayList<>();
  private int nodes;
  private boolean exhausted;
  private boolean skippedPayloads;

  Composing(Indexes indexes, Path path) {
    this.indexes = indexes;
    this.path = path;
  }

  Path path() {
    return path;
  }

  LayerStacks stacks() {
    return indexes.stacks();
  }

  /** The index of the parent of the composed prim. */
  PrimIndex parentIndex(Path child) {
    return indexes.index(child.parent());
  }

  boolean loads(Path composed) {
    return indexes.settings().loads(composed);
  }

  Indexes.Settings settings() {
    return indexes.settings();
  }

  /**
   * Counts an arc against the limits; the first one too many is reported, and none after it is
   * added.
   */
  boolean admits(IndexBuild build, Arc arc) {
    nodes++;
    int arcs = 0;
    for (Node node = arc.parent(); node != null; node = node.parent) {
      arcs++;
    }
    int frames = build.frame == null ? 0 : build.frame.depth();
    boolean within =
        nodes < indexes.limits().nodesPerIndex() && arcs + frames <= indexes.limits().nesting();
    if (!within && !exhausted) {
      exhausted = true;
      build.error(
          CompositionError.Kind.INDEX_CAPACITY_EXCEEDED,
          arc.parent(),
          "too many arcs; the one to " + arc.site() + " and others are left out");
    }
    return within;
  }

  void report(CompositionError error) {
    errors.add(error);
  }

  List<CompositionError> errors() {
    return errors;
  }

  void skipPayload() {
    skippedPayloads = true;
  }

  boolean skippedPayloads() {
    return skippedPayloads;
  }
}
