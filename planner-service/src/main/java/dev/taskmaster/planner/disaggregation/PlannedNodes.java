package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.layers.PlannedNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a plan says.
 *
 * @param nodes the nodes it adds
 * @param heldBack nodes of an earlier plan by what they have to wait for now
 */
record PlannedNodes(List<PlannedNode> nodes, Map<NodePath, List<NodePath>> heldBack) {
  PlannedNodes {
    nodes = List.copyOf(nodes);
    heldBack = Map.copyOf(heldBack);
  }

  PlannedNodes(List<PlannedNode> nodes) {
    this(nodes, Map.of());
  }

  Set<NodePath> paths() {
    var paths = new LinkedHashSet<NodePath>();
    nodes.forEach(node -> paths.add(node.path()));
    return paths;
  }
}
