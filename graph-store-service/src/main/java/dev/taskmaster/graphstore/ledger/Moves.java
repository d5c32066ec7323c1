package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.DispatchId;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Decision.Refusal;
import dev.taskmaster.graphstore.results.Digest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes of state: each asks the table, and each is written into the journal. */
final class Moves {
  private Moves() {}

  /** What the journal says of a node's change beside its states. */
  record Note(String reason, boolean cacheHit, List<ModelCallRecord> calls, long millis) {
    static Note of(String reason) {
      return new Note(reason, false, List.of(), 0);
    }

    static Note hit(String reason) {
      return new Note(reason, true, List.of(), 0);
    }

    static Note work(String reason, List<ModelCallRecord> calls, long millis) {
      return new Note(reason, false, calls, millis);
    }
  }

  /** Takes a node one step, which must be allowed; {@code change} sets the rest of its progress. */
  static NodeRecord node(
      Draft draft, NodePath path, NodeStep step, Note note, Consumer<NodeEdit> change) {
    var node = draft.existing(path);
    var from = node.state();
    var to =
        Transitions.of(from, step)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s is %s and cannot be %s"
                            .formatted(path, from.wireName(), step.label())));
    var edit = new NodeEdit(node.progress());
    edit.state = to;
    change.accept(edit);
    var moved = node.with(edit.done());
    draft.nodes.put(path, moved);
    var calls = note.calls();
    @Nullable String model = calls.isEmpty() ? null : calls.getLast().model();
    draft.journal.add(
        new JournalEvent.NodeMoved(
            draft.task(),
            draft.now,
            ++draft.seq,
            path,
            node.kind(),
            from,
            to,
            draft.round,
            node.progress().attempt(),
            node.plan().lane(),
            note.cacheHit(),
            note.reason(),
            model,
            calls.stream().anyMatch(ModelCallRecord::recorded),
            Spending.priceOf(calls),
            calls.stream().mapToLong(ModelCallRecord::inputTokens).sum(),
            calls.stream().mapToLong(ModelCallRecord::outputTokens).sum(),
            note.millis()));
    return moved;
  }

  /** Changes a node's progress without a change of state; the journal has no word for it. */
  static NodeRecord edit(Draft draft, NodePath path, Consumer<NodeEdit> change) {
    var node = draft.existing(path);
    var edit = new NodeEdit(node.progress());
    change.accept(edit);
    var changed = node.with(edit.done());
    draft.nodes.put(path, changed);
    return changed;
  }

  /** Takes the task one step, which must be allowed. */
  static void task(Draft draft, TaskStep step, String reason) {
    var from = draft.state;
    draft.state =
        Transitions.of(from, step)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "a task that is %s cannot be %s".formatted(from.wireName(), step.label())));
    draft.journal.add(
        new JournalEvent.TaskMoved(
            draft.task(), draft.now, ++draft.seq, from, draft.state, draft.round, reason));
  }

  /** Whether the table lets the task go this step. */
  static boolean allowed(TaskState from, TaskStep step) {
    return Transitions.of(from, step).isPresent();
  }

  /** Tells workers that a ready node can be claimed, and looks after it when nobody does. */
  static void dispatch(Draft draft, NodePath path) {
    var node =
        edit(
            draft,
            path,
            edit -> {
              edit.sends++;
              edit.dueAt = draft.now.plus(draft.policy().dispatchAgain());
              edit.awaitsBudget = false;
            });
    var progress = node.progress();
    var id =
        Digest.of(
            String.join(
                "|",
                draft.task().value(),
                path.value(),
                String.valueOf(progress.attempt()),
                String.valueOf(progress.epoch()),
                String.valueOf(draft.round),
                String.valueOf(progress.sends())));
    draft.dispatches.add(
        new NodeDispatched(
            draft.task(),
            draft.now,
            new DispatchId(id),
            path,
            node.kind(),
            node.plan().lane(),
            progress.attempt(),
            progress.epoch()));
  }

  /** Keeps what was not accepted, with the reason. */
  static void refuse(Draft draft, @Nullable NodePath node, String what, String reason) {
    draft.refusals.add(new Refusal(draft.task(), node, draft.now, what, reason));
    draft.journal.add(
        new JournalEvent.Refused(draft.task(), draft.now, ++draft.seq, node, what, reason));
  }
}
