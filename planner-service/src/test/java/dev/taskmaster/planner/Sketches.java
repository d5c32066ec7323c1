package dev.taskmaster.planner;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes of a graph as a planner is shown them. */
public final class Sketches {
  private Sketches() {}

  public static NodeSketch node(
      String name, NodeKind kind, Map<String, Object> says, String... dependsOn) {
    return node(name, kind, null, says, dependsOn);
  }

  public static NodeSketch node(
      String name,
      NodeKind kind,
      @Nullable NodeResult result,
      Map<String, Object> says,
      String... dependsOn) {
    var path = new NodePath("/Task/" + name);
    var opinions = new LinkedHashMap<String, Opinion>();
    says.forEach((key, value) -> opinions.put(key, new Opinion(value, "plan", path + "." + key)));
    return new NodeSketch(
        path,
        kind,
        NodeState.SUCCEEDED,
        opinions,
        Arrays.stream(dependsOn).map(other -> new NodePath("/Task/" + other)).toList(),
        result);
  }

  /** The order with a graph and a failure, which the builder of orders cannot say. */
  public static WorkOrder with(
      WorkOrder order, int attempt, List<NodeSketch> graph, @Nullable FailureReport failure) {
    return new WorkOrder(
        order.task(),
        order.node(),
        order.kind(),
        attempt,
        order.epoch(),
        order.round(),
        order.description(),
        order.project(),
        order.source(),
        order.options(),
        order.opinions(),
        order.inputs(),
        order.files(),
        graph,
        failure,
        order.reserved());
  }
}
