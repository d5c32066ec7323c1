package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.layers.LayerText;
import java.util.List;
import java.util.Map;

/**
 * Writes a plan as a layer. A planner's new layer takes the place of its old one; what is left to
 * do is to put away nodes that only stronger layers still speak of.
 */
final class PlanLayer {
  private PlanLayer() {}

  /** The layer of {@code /Task/Plan} and of every part that asks for context. */
  static String text(PlannedNodes planned, List<NodePath> retired) {
    var layer = new LayerText("plan");
    planned.nodes().forEach(layer::define);
    retired.forEach(layer::retire);
    return layer.text();
  }

  /** The layer of steps: a plan before it may have put away nodes of the same names. */
  static String ofSteps(PlannedNodes planned, List<NodePath> retired) {
    var layer = new LayerText("steps");
    planned.nodes().forEach(layer::defineAgain);
    planned.heldBack().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> layer.wait(entry.getKey(), entry.getValue()));
    retired.forEach(layer::retire);
    return layer.text();
  }
}
