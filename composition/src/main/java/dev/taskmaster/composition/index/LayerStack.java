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
 * compared by identity, and changed in place when its layers change.
 */
public final class LayerStack {

  private final @Nullable Layer session;
  private final String rootIdentifier;
  private List<Layer> layers;
  private List<CompositionError> errors;
  private Relocations relocations;

  LayerStack(String rootIdentifier, @Nullable Layer session, Flattened flattened) {
    this.rootIdentifier = rootIdentifier;
    this.session = session;
    this.layers = flattened.layers();
    List<CompositionError> all = new ArrayList<>(flattened.errors());
    this.relocations = Relocations.collect(layers, all);
    this.errors = List.copyOf(all);
  }

  /** A root layer and its sublayers in order, and what was left out. */
  record Flattened(List<Layer> layers, List<CompositionError> errors) {
    Flattened {
      layers = List.copyOf(layers);
      errors = List.copyOf(errors);
    }
  }

  /** Takes new layers; whoever holds this layer stack sees them. */
  void become(Flattened flattened) {
    layers = flattened.layers();
    List<CompositionError> all = new ArrayList<>(flattened.errors());
    relocations = Relocations.collect(layers, all);
    errors = List.copyOf(all);
  }

  /** Takes a new version of one layer that has the same sublayers and relocations. */
  void replace(Layer version) {
    layers =
        layers.stream()
            .map(layer -> layer.identifier().equals(version.identifier()) ? version : layer)
            .toList();
  }

  boolean holds(String layerIdentifier) {
    return layers.stream().anyMatch(layer -> layer.identifier().equals(layerIdentifier));
  }

  @Nullable String sessionIdentifier() {
    return session == null ? null : session.identifier();
  }

  /** The identifier of the root layer. */
  public String identifier() {
    return rootIdentifier;
  }

  public Layer root() {
    for (Layer layer : layers) {
      if (layer.identifier().equals(rootIdentifier)) {
        return layer;
      }
    }
    throw new IllegalStateException("the layer stack of " + rootIdentifier + " lost its root");
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
    return root().defaultPrim();
  }

  @Override
  public String toString() {
    return "LayerStack[" + identifier() + "]";
  }
}
