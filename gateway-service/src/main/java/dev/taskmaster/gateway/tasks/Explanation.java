package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.NodeView;
import dev.taskmaster.views.TaskView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a task went as it did.
 *
 * @param task with its corrections and what it cost
 * @param nodes all nodes, or the one asked for
 * @param layers strongest first
 */
public record Explanation(TaskView task, List<NodeView> nodes, List<GraphView.LayerView> layers) {
  public Explanation {
    nodes = List.copyOf(nodes);
    layers = List.copyOf(layers);
  }

  /**
   * Explains a task.
   *
   * @param node a path, or the name of a node below the task; null for all
   * @throws Refusal when there is no such task or node
   */
  public static Explanation of(Tasks tasks, TaskId id, @Nullable String node) {
    var task = tasks.require(id);
    var graph = tasks.graph(id);
    if (node == null) {
      return new Explanation(task, graph.nodes(), graph.layers());
    }
    var found = graph.nodes().stream().filter(view -> isCalled(view.node(), node)).toList();
    if (found.isEmpty()) {
      throw Refusal.notFound(
          "Task %s has no node '%s'; it has %s."
              .formatted(id, node, graph.nodes().stream().map(NodeView::node).toList()));
    }
    return new Explanation(task, found, graph.layers());
  }

  private static boolean isCalled(NodePath path, String name) {
    return path.value().equals(name)
        || path.name().equalsIgnoreCase(name)
        || path.value().equalsIgnoreCase("/Task/" + name);
  }
}
