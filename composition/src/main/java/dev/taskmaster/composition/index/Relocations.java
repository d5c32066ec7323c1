package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import java.util.List;

/** The valid relocations of a layer stack (chapter 8.9). */
final class Relocations {

  private Relocations() {}

  static Relocations collect(List<Layer> layers, List<CompositionError> errors) {
    return new Relocations();
  }
}
