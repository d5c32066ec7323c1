package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.layers.LayerText;
import java.util.List;
import java.util.Set;

/** Writes a plan as a layer that also puts away what an earlier plan said at the same place. */
final class PlanLayer {
  private static final Set<String> PLANNED =
      Set.of(
          "goal",
          "reads",
          "command",
          "question",
          "tier",
          "path",
          "query",
          "prompt",
          "depth",
          "names",
          "phase");

  private PlanLayer() {}

  static String text(PlannedNodes planned, OldPlan old, List<NodePath> retired) {
    var layer = new LayerText("plan");
    for (var node : planned.nodes()) {
      var before = old.node(node.path());
      layer.define(
          node,
          before.map(PlanLayer::saidByPlan).orElse(List.of()),
          before.map(sketch -> !sketch.dependsOn().isEmpty()).orElse(false));
    }
    planned.heldBack().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(entry -> layer.wait(entry.getKey(), entry.getValue()));
    retired.forEach(layer::retire);
    return layer.text();
  }

  private static List<String> saidByPlan(NodeSketch node) {
    return node.opinions().entrySet().stream()
        .filter(opinion -> PLANNED.contains(opinion.getKey()))
        .filter(opinion -> opinion.getValue().layer().startsWith("plan"))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
