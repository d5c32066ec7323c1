package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;

/** Where a task stands, told by its nodes. */
final class Phases {
  private Phases() {}

  static void run(Draft draft) {
    if (Gate.refining(draft)) {
      go(
          draft,
          TaskState.REFINING,
          TaskStep.CORRECTION_NEEDED,
          "a failure is being turned into better inputs");
    } else if (Gate.planning(draft)) {
      go(draft, TaskState.PLANNING, TaskStep.PLAN_NEEDED, "the plan is being made");
    } else if (draft.submitted.options().dryRun()) {
      Endings.planned(draft);
    } else if (Gate.approvalNeeded(draft)) {
      go(draft, TaskState.PLAN_REVIEW, TaskStep.PLAN_SHOWN, "the plan waits for approval");
    } else if (unfinished(draft) == 0) {
      Endings.done(draft);
    } else if (unfinishedWork(draft) > 0) {
      go(draft, TaskState.EXECUTING, TaskStep.WORK_NEEDED, "the plan is being carried out");
    } else {
      go(draft, TaskState.VERIFYING, TaskStep.REVIEW_NEEDED, "the result is being verified");
    }
  }

  private static void go(Draft draft, TaskState to, TaskStep step, String reason) {
    if (draft.state != to) {
      Moves.task(draft, step, reason);
    }
  }

  private static long unfinished(Draft draft) {
    return draft.nodes.values().stream()
        .filter(NodeRecord::present)
        .filter(node -> node.kind() != NodeKind.REFINE)
        .filter(node -> !node.satisfied())
        .count();
  }

  private static long unfinishedWork(Draft draft) {
    return draft.nodes.values().stream()
        .filter(NodeRecord::present)
        .filter(node -> node.state() != NodeState.SUCCEEDED)
        .filter(
            node ->
                switch (node.kind()) {
                  case REVIEW, DELIVER, REFINE -> false;
                  default -> true;
                })
        .count();
  }
}
