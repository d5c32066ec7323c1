package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;

/** One address in one layer stack. */
public record Site(LayerStack layerStack, Path path) {
  @Override
  public String toString() {
    return "@" + layerStack.identifier() + "@<" + path + ">";
  }
}
