package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;

/** Which arcs some layer of a stack authors at a path: what is not authored needs no work. */
final class Fields {

  boolean references;
  boolean payloads;
  boolean inherits;
  boolean specializes;
  boolean variantSets;

  private Fields() {}

  static Fields at(LayerStack stack, Path path) {
    Fields fields = new Fields();
    for (Layer layer : stack.layers()) {
      PrimSpec spec = layer.prim(path);
      if (spec != null) {
        fields.references |= !spec.references().isNone();
        fields.payloads |= !spec.payloads().isNone();
        fields.inherits |= !spec.inherits().isNone();
        fields.specializes |= !spec.specializes().isNone();
        fields.variantSets |= !spec.variantSets().isNone();
      }
    }
    return fields;
  }

  static boolean listsVariantSets(LayerStack stack, Path path) {
    return at(stack, path).variantSets;
  }
}
