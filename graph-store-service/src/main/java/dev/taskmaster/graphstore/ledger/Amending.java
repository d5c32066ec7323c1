package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskEvent.TaskAmended;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Moves.Note;

/** A person goes on with a task that ended, or changes what it may use. */
final class Amending {
  private Amending() {}

  static void accept(Draft draft, TaskAmended wanted) {
    if (draft.state == TaskState.COMMITTED || draft.state == TaskState.COMPLETED) {
      Moves.refuse(
          draft,
          null,
          "task.amended",
          "the task is %s; submit another one".formatted(draft.state.wireName()));
      return;
    }
    boolean ended = !draft.live();
    if (wanted.budget() != null) {
      draft.budget = wanted.budget();
    }
    if (wanted.rounds() != null) {
      draft.rounds = Math.max(1, wanted.rounds());
    }
    if (ended) {
      reopen(draft, wanted);
    }
    wanted.fresh().forEach(path -> refresh(draft, path));
    if (wanted.note() != null && !wanted.note().isBlank()) {
      Notes.onTask(draft, wanted.note());
    }
    Budget.wakeWaiting(draft);
    if (ended) {
      draft.stale = true;
      Recompose.run(draft);
      resumeRejected(draft);
    }
  }

  private static void reopen(Draft draft, TaskAmended wanted) {
    draft.epoch++;
    draft.failures.clear();
    draft.ending = null;
    if (wanted.rounds() == null && draft.round >= draft.rounds) {
      draft.rounds = draft.round + 1;
    }
    Moves.task(draft, TaskStep.REOPENED, "a person goes on with it");
    for (var node : draft.present()) {
      if (node.state() == NodeState.FAILED || node.state() == NodeState.CANCELLED) {
        Moves.node(
            draft,
            node.path(),
            NodeStep.REOPENED,
            Note.of("a person goes on with the task"),
            edit -> {
              edit.release();
              edit.epoch = draft.epoch;
              edit.attempt++;
            });
      }
    }
  }

  private static void refresh(Draft draft, NodePath path) {
    var node = draft.node(path).filter(NodeRecord::present);
    if (node.isEmpty()) {
      Moves.refuse(draft, path, "task.amended", "there is no node " + path);
      return;
    }
    if (node.get().state() == NodeState.SUCCEEDED) {
      Moves.node(
          draft,
          path,
          NodeStep.DIRTIED,
          Note.of("a person wants it to be done anew"),
          edit -> {
            edit.release();
            edit.epoch = draft.epoch;
            edit.attempt++;
          });
      draft.stale = true;
    }
    Moves.edit(draft, path, edit -> edit.fresh = true);
  }

  /** What ended the task was a rejection and nothing before it changed: it is corrected now. */
  private static void resumeRejected(Draft draft) {
    for (var node : draft.present()) {
      if (draft.live()
          && node.state() == NodeState.SUCCEEDED
          && node.progress().result() instanceof NodeResult.Verdict verdict
          && !verdict.passed()) {
        var line =
            verdict.findings().isEmpty()
                ? "the review rejected the result"
                : Faults.firstLine(verdict.findings().getFirst().message());
        Rounds.end(draft, node, line, verdict.findings());
      }
    }
  }
}
