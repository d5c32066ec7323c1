package dev.taskmaster.views;

import dev.taskmaster.events.TaskId;
import java.util.List;

/**
 * A task's composed graph.
 *
 * @param layers the stage's layers, strongest first
 */
public record GraphView(TaskId task, int round, List<NodeView> nodes, List<LayerView> layers) {
  public GraphView {
    nodes = List.copyOf(nodes);
    layers = List.copyOf(layers);
  }

  /**
   * One layer of the stage.
   *
   * @param author who or what wrote it
   * @param text in USD's text format
   */
  public record LayerView(String name, String author, String hash, String text) {}
}
