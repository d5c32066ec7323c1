package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodePath;

/**
 * Where a disaggregate node puts what it plans.
 *
 * @param base the prim below which the nodes lie
 * @param depth 0 for the task's own plan, one more for each step that was split
 * @param whole whether it plans the whole task rather than a part
 */
record Place(NodePath base, int depth, boolean whole) {
  private static final NodePath TASK = new NodePath("/Task");
  private static final NodePath PLAN = TASK.child("Plan");
  private static final String STEPS = "Steps";

  static Place of(WorkOrder order) {
    int depth = order.number("depth").map(Double::intValue).orElse(0);
    var node = order.node();
    if (node.equals(PLAN)) {
      return new Place(TASK, depth, true);
    }
    return node.name().equals(STEPS)
        ? new Place(parent(node), depth, parent(node).equals(TASK))
        : new Place(node, depth, false);
  }

  NodePath steps() {
    return base.child(STEPS);
  }

  private static NodePath parent(NodePath node) {
    return new NodePath(node.value().substring(0, node.value().lastIndexOf('/')));
  }
}
