package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.executor.change.CheckedChange;
import dev.taskmaster.executor.change.CommitMessage;
import dev.taskmaster.executor.project.TaskBranch;
import dev.taskmaster.executor.project.TaskTrees;
import dev.taskmaster.patch.PatchEngine;
import dev.taskmaster.patch.PatchOutcome.Applied;
import dev.taskmaster.patch.PatchOutcome.Refused;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ContextInputs;
import java.util.List;

/** Puts a proposed change on the task's branch: one commit on the commit the node starts from. */
public final class ApplyChange implements NodeKindWork {
  private final TaskTrees trees;
  private final TaskBranch branch;
  private final PatchEngine engine;
  private final ContextInputs inputs;

  public ApplyChange(TaskTrees trees, TaskBranch branch, PatchEngine engine, ContextInputs inputs) {
    this.trees = trees;
    this.branch = branch;
    this.engine = engine;
    this.inputs = inputs;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.APPLY_CHANGE;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) {
    var diffs = diffs(order);
    if (diffs.size() != 1) {
      return Wanted.failed(
          "%s has %d changes to apply; it needs exactly one dependency that proposes a change"
              .formatted(order.node(), diffs.size()),
          null);
    }
    var tree = trees.files(order.project().id(), order.files().tree());
    return switch (engine.apply(tree, inputs.read(diffs.getFirst()))) {
      case Applied applied ->
          new NodeOutcome.Done(branch.commit(order, applied.edits(), CommitMessage.of(order)));
      case Refused refused ->
          new NodeOutcome.Failed(
              FaultKind.INPUT,
              "the change does not fit the files as they are now: " + refused.message(),
              CheckedChange.findings(refused));
    };
  }

  private static List<BlobRef> diffs(WorkOrder order) {
    return order.inputs().stream()
        .map(WorkOrder.Input::result)
        .filter(NodeResult.Change.class::isInstance)
        .map(result -> ((NodeResult.Change) result).diff())
        .toList();
  }
}
