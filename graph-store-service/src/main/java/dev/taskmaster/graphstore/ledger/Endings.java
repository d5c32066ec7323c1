package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.graphstore.ledger.TaskRecord.Ending;
import org.jspecify.annotations.Nullable;

/** How tasks end. */
final class Endings {
  private Endings() {}

  static void cancel(Draft draft, String reason) {
    if (!draft.live()) {
      Moves.refuse(draft, null, "task.cancelled", "the task is " + draft.state.wireName());
      return;
    }
    stop(draft, TaskStep.CANCELLED, reason.isBlank() ? "a person cancelled it" : reason);
  }

  static void reject(Draft draft, String reason) {
    stop(draft, TaskStep.REJECTED, reason);
  }

  static void broken(Draft draft, String reason) {
    stop(draft, TaskStep.BROKE, reason);
  }

  private static void stop(Draft draft, TaskStep step, String reason) {
    if (!draft.live()) {
      return;
    }
    draft.epoch++;
    Moves.task(draft, step, reason);
    cancelNodes(draft, "the task is " + draft.state.wireName());
    draft.ending = new Ending(draft.now, reason, "", null, null, null);
    draft.stale = false;
  }

  private static void cancelNodes(Draft draft, String reason) {
    for (var node : draft.present()) {
      if (!node.state().terminal()) {
        Moves.node(draft, node.path(), NodeStep.CANCELLED, Note.of(reason), NodeEdit::release);
      }
    }
  }

  /** A dry run ends with its plan. */
  static void planned(Draft draft) {
    var text = draft.keep(GraphText.of(draft.present().stream().map(NodeRecord::plan).toList()));
    Moves.task(draft, TaskStep.DONE, "planned; a dry run runs nothing");
    cancelNodes(draft, "a dry run runs nothing");
    draft.ending = new Ending(draft.now, "a dry run ends with the plan", "text", text, null, null);
  }

  /** Every node succeeded. */
  static void done(Draft draft) {
    NodeResult.@Nullable Delivery delivery = null;
    @Nullable BlobRef text = null;
    for (var node : draft.present()) {
      switch (node.progress().result()) {
        case NodeResult.Delivery delivered -> delivery = delivered;
        case NodeResult.Text(BlobRef said) when node.kind() == NodeKind.LLM -> text = said;
        case null, default -> {}
      }
    }
    if (delivery != null) {
      if (draft.state == TaskState.EXECUTING || draft.state == TaskState.PLANNING) {
        Moves.task(draft, TaskStep.REVIEW_NEEDED, "the result is being verified");
      }
      Moves.task(draft, TaskStep.DELIVERED, "delivered to " + delivery.branch());
      draft.ending =
          new Ending(
              draft.now,
              "delivered to " + delivery.branch(),
              "commit",
              null,
              delivery.branch(),
              delivery.commit().value());
    } else {
      Moves.task(draft, TaskStep.DONE, "every node is done");
      draft.ending =
          new Ending(
              draft.now,
              "every node is done",
              text == null ? "artefact" : "text",
              text,
              null,
              null);
    }
    Learning.from(draft);
  }
}
