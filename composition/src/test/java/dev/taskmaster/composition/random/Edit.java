package dev.taskmaster.composition.random;

import dev.taskmaster.composition.layer.LayerBuilder;
import java.util.function.Consumer;

/**
 * One small statement in one layer. Any subset of the edits of a random stage is a stage too, so
 * that failures can be shrunk.
 */
record Edit(String layer, String words, Consumer<LayerBuilder> change) {
  @Override
  public String toString() {
    return layer + ": " + words;
  }
}
