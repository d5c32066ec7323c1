package dev.taskmaster.localstack.gateway;

import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.NodeView;
import dev.taskmaster.views.TaskView;
import java.util.List;

/** Why a task, or one node of it, went as it did. */
public record Explanation(TaskView task, List<NodeView> nodes, List<GraphView.LayerView> layers) {
  public Explanation {
    nodes = List.copyOf(nodes);
    layers = List.copyOf(layers);
  }
}
