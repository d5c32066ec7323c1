package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template's closing node says {@code after = "plan"}: it depends on every node of the plan that
 * no other node of the plan depends on. A closing node of kind {@code llm} reads their texts.
 */
final class PlanLeaves {
  private static final String AFTER = "after";

  private PlanLeaves() {}

  static void attach(Map<NodePath, PlannedNode> nodes) {
    var leaves = leaves(nodes);
    nodes.replaceAll(
        (path, node) -> node.opinions().containsKey(AFTER) ? after(node, leaves, nodes) : node);
  }

  private static PlannedNode after(
      PlannedNode node, List<NodePath> leaves, Map<NodePath, PlannedNode> nodes) {
    var order = new LinkedHashSet<>(leaves);
    order.addAll(node.dependsOn());
    var read = new LinkedHashSet<>(node.context());
    if (node.kind() == NodeKind.LLM) {
      leaves.stream().filter(leaf -> givesText(nodes, leaf)).forEach(read::add);
    }
    return node.dependingOn(List.copyOf(order), List.copyOf(read));
  }

  private static boolean givesText(Map<NodePath, PlannedNode> nodes, NodePath path) {
    var node = nodes.get(path);
    return node != null
        && switch (node.kind()) {
          case CONTEXT_FILE, CONTEXT_SEARCH, LLM, COMMAND, HUMAN -> true;
          case DISAGGREGATE, REFINE, REVIEW, LLM_CHANGE, APPLY_CHANGE, DELIVER -> false;
        };
  }

  private static List<NodePath> leaves(Map<NodePath, PlannedNode> nodes) {
    var closing = closing(nodes);
    var planned =
        nodes.values().stream()
            .filter(node -> node.kind() != NodeKind.REFINE && !closing.contains(node.path()))
            .toList();
    var needed = new HashSet<NodePath>();
    planned.forEach(node -> needed.addAll(node.dependsOn()));
    return planned.stream().map(PlannedNode::path).filter(path -> !needed.contains(path)).toList();
  }

  /** Nodes that come after the plan: those that say so, and what depends on them. */
  static Set<NodePath> closing(Map<NodePath, PlannedNode> nodes) {
    var closing = new HashSet<NodePath>();
    nodes.values().stream()
        .filter(node -> node.opinions().containsKey(AFTER))
        .forEach(node -> closing.add(node.path()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var node : nodes.values()) {
        if (node.kind() != NodeKind.REFINE
            && !closing.contains(node.path())
            && node.dependsOn().stream().anyMatch(closing::contains)) {
          grew |= closing.add(node.path());
        }
      }
    }
    return closing;
  }
}
