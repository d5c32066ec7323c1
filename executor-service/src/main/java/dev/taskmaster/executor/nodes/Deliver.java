package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.executor.project.TaskDelivery;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.workspace.DeliveryOutcome;
import java.util.List;

/**
 * Brings the task's commits to where the project asks for them. The intent is the claim, the call
 * looks first whether the effect is there already, the receipt is the result: at least once,
 * reconciled.
 */
public final class Deliver implements NodeKindWork {
  private final TaskDelivery delivery;

  public Deliver(TaskDelivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.DELIVER;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) {
    return switch (delivery.deliver(order)) {
      case DeliveryOutcome.Delivered done -> delivered(order, done.branch(), done.commit());
      case DeliveryOutcome.AlreadyDelivered done -> delivered(order, done.branch(), done.commit());
      case DeliveryOutcome.Refused refused -> refused(refused);
    };
  }

  private static NodeOutcome delivered(WorkOrder order, String branch, String commit) {
    var kind = order.project().delivery().kind();
    return new NodeOutcome.Done(new NodeResult.Delivery(branch, new CommitId(commit), kind));
  }

  /** No better input helps here: a person has to make way, and can then retry. */
  private static NodeOutcome refused(DeliveryOutcome.Refused refused) {
    var kept = refused.branch().isEmpty() ? "" : "; the work is on branch " + refused.branch();
    var message = "the result was not delivered: " + refused.problem() + kept;
    var first = message.lines().findFirst().orElse(message);
    return new NodeOutcome.Failed(
        FaultKind.CONFIGURATION,
        message,
        List.of(new Finding("delivery", first, null, 0, refused.problem())));
  }
}
