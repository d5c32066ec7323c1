package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A root layer with all its sublayers, strongest first (chapter 4.1). One object per root layer:
 * compared by identity.
 */
public final class LayerStack {

  private final Layer root;
  private final List<Layer> layers;
  private final List<CompositionError> errors;
  private final Relocations relocations;

  LayerStack(Layer root, List<Layer> layers, List<CompositionError> errors) {
    this.root = root;
    this.layers = List.copyOf(layers);
    List<CompositionError> all = new ArrayList<>(errors);
    this.relocations = Relocations.collect(this.layers, all);
    this.errors = List.copyOf(all);
  }

  /** The identifier of the root layer. */
  public String identifier() {
    return root.identifier();
  }

  public Layer root() {
    return root;
  }

  public List<Layer> layers() {
    return layers;
  }

  public List<CompositionError> errors() {
    return errors;
  }

  Relocations relocations() {
    return relocations;
  }

  public boolean hasSpec(Path path) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).prim(path) != null) {
        return true;
      }
    }
    return false;
  }

  /** The specs of a prim or variant with their layers, strongest first. */
  List<Authored> specs(Path path) {
    List<Authored> specs = new ArrayList<>(1);
    for (Layer layer : layers) {
      PrimSpec spec = layer.prim(path);
      if (spec != null) {
        specs.add(new Authored(layer, spec));
      }
    }
    return specs;
  }

  /** A spec and the layer that holds it. */
  record Authored(Layer layer, PrimSpec spec) {}

  /**
   * The prim that a target without a prim path means, from the root layer only; null if there is
   * none.
   */
  @Nullable Path defaultPrim() {
    return root.defaultPrim();
  }

  @Override
  public String toString() {
    return "LayerStack[" + identifier() + "]";
  }
}
