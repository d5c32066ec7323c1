package dev.taskmaster.graphstore.taskgraph;

import java.util.List;

/**
 * Reads and composes layers. Equal texts give equal answers: an implementation may keep what it
 * read, but has no state that shows.
 */
public interface Composer {

  /**
   * Composes these layers, strongest first.
   *
   * @throws UnreadableLayerException when one of them is not valid USD text
   */
  ComposedGraph compose(List<LayerText> layers);

  /**
   * What one layer writes by itself.
   *
   * @throws UnreadableLayerException when it is not valid USD text
   */
  AuthoredLayer read(LayerText layer);

  /**
   * One self-contained layer with default prim {@code Task} that says what these plan layers say
   * together about work to do; planning nodes are left out.
   *
   * @param plans strongest first
   * @param without paths of the nodes to leave out
   */
  String definition(List<LayerText> plans, List<String> without);

  /** A layer's text under the name by which opinions and errors know it. */
  record LayerText(String name, String text) {}
}
