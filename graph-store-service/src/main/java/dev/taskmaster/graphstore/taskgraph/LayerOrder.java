package dev.taskmaster.graphstore.taskgraph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The layers of a task, strongest first: person, rounds, plans, refinements, task, project, shared,
 * template, library; among rounds and among plans the newest first.
 */
public record LayerOrder(List<LayerRef> layers) {
  public LayerOrder {
    layers = List.copyOf(layers);
  }

  /** With {@code layer} at its place; one of the same name is replaced and keeps its place. */
  public LayerOrder with(LayerRef layer) {
    var changed = new ArrayList<>(layers);
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i).name().equals(layer.name())) {
        changed.set(i, layer);
        return new LayerOrder(changed);
      }
    }
    changed.add(place(layer.role()), layer);
    return new LayerOrder(changed);
  }

  /** A new round or plan goes before its equals, a shared layer behind them. */
  private int place(LayerRole role) {
    boolean newestFirst = role != LayerRole.SHARED;
    int place = 0;
    while (place < layers.size()) {
      int order = layers.get(place).role().compareTo(role);
      if (order > 0 || (order == 0 && newestFirst)) {
        break;
      }
      place++;
    }
    return place;
  }

  public LayerOrder without(Predicate<LayerRef> unwanted) {
    return new LayerOrder(layers.stream().filter(unwanted.negate()).toList());
  }

  public List<LayerRef> of(LayerRole role) {
    return layers.stream().filter(layer -> layer.role() == role).toList();
  }
}
