package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;

/** A node of a task: what is to be done and how far it is. */
public record NodeRecord(PlannedNode plan, NodeProgress progress) {

  public NodePath path() {
    return plan.path();
  }

  public NodeKind kind() {
    return plan.kind();
  }

  public NodeState state() {
    return progress.state();
  }

  public boolean present() {
    return progress.present();
  }

  public NodeRecord with(NodeProgress changed) {
    return new NodeRecord(plan, changed);
  }

  public NodeRecord with(PlannedNode changed) {
    return new NodeRecord(changed, progress);
  }

  /** Whether what comes after it may start: it succeeded, and if it judged, it did not reject. */
  public boolean satisfied() {
    return present()
        && state() == NodeState.SUCCEEDED
        && !(progress.result() instanceof NodeResult.Verdict verdict && !verdict.passed());
  }
}
