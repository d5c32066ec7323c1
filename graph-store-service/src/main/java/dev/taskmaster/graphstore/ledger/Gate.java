package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.taskgraph.Order;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which nodes may start as the task stands. */
record Gate(boolean refining, Optional<Set<NodePath>> only) {

  static Gate of(Draft draft) {
    return new Gate(
        refining(draft), planOnly(draft) ? Optional.of(forPlanning(draft)) : Optional.empty());
  }

  boolean opensFor(NodeRecord node) {
    if (refining) {
      return node.kind() == NodeKind.REFINE;
    }
    return only.isEmpty() || only.get().contains(node.path());
  }

  /** While a correction is being made, nothing else starts: it would be paid for in vain. */
  static boolean refining(Draft draft) {
    return draft.nodes.values().stream()
        .anyMatch(
            node ->
                node.present()
                    && node.kind() == NodeKind.REFINE
                    && node.state() != NodeState.SUCCEEDED);
  }

  static boolean planning(Draft draft) {
    return draft.nodes.values().stream().anyMatch(Gate::isUnfinishedPlanning);
  }

  static boolean approvalNeeded(Draft draft) {
    return !draft.planApproved && draft.submitted.project().reviews().contains("plan");
  }

  private static boolean planOnly(Draft draft) {
    return draft.submitted.options().dryRun() || approvalNeeded(draft);
  }

  private static boolean isUnfinishedPlanning(NodeRecord node) {
    return node.present()
        && node.kind() == NodeKind.DISAGGREGATE
        && node.state() != NodeState.SUCCEEDED;
  }

  private static Set<NodePath> forPlanning(Draft draft) {
    var plans = draft.plans();
    var needed = new HashSet<NodePath>();
    draft.nodes.values().stream()
        .filter(Gate::isUnfinishedPlanning)
        .forEach(
            node -> {
              needed.add(node.path());
              needed.addAll(Order.ancestors(plans, node.path()));
            });
    return needed;
  }
}
