package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.views.NodeView.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a worker may be silent. A lease is over once this says so and not before: until then a
 * result is its holder's, however late the store hears of it.
 */
final class Leases {
  private Leases() {}

  static void beat(Draft draft, String worker, Heartbeat.Beat beat) {
    var node = draft.node(beat.node());
    var current =
        draft.live()
            && node.isPresent()
            && node.get().progress().held()
            && worker.equals(node.get().progress().worker())
            && beat.attempt() == node.get().progress().attempt()
            && beat.epoch() == node.get().progress().epoch();
    if (node.isEmpty() || !current) {
      draft.answer = new Heartbeat.Answer(true, stopReason(draft));
      return;
    }
    if (node.get().state() == NodeState.CLAIMED) {
      Moves.node(draft, beat.node(), NodeStep.BEATEN, Note.of("running"), edit -> {});
    }
    extend(draft, node.get());
    draft.answer = new Heartbeat.Answer(false, "");
  }

  private static String stopReason(Draft draft) {
    return draft.live() ? "superseded" : "the task is " + draft.state.wireName();
  }

  static void extend(Draft draft, NodeRecord node) {
    var until = draft.now.plus(draft.policy().lease());
    var progress = node.progress();
    Moves.edit(
        draft,
        node.path(),
        edit -> {
          edit.leaseUntil = until;
          edit.dueAt = until;
        });
    draft.reservations.replaceAll(
        held ->
            held.isFor(node.path(), progress.attempt(), progress.epoch())
                ? new Reservation(held.node(), held.attempt(), held.epoch(), held.amount(), until)
                : held);
  }

  /** A time came: for a lease, for a retry, or for money held for workers that are gone. */
  static void due(Draft draft, @Nullable NodePath path) {
    if (path == null) {
      returnMoney(draft);
      return;
    }
    var node = draft.node(path).orElse(null);
    if (node == null || !draft.live()) {
      return;
    }
    var progress = node.progress();
    var due = progress.dueAt();
    if (due == null || draft.now.isBefore(due)) {
      return;
    }
    if (progress.held()) {
      lookAtLease(draft, node);
    } else if (progress.state() == NodeState.READY) {
      if (Gate.of(draft).opensFor(node)) {
        Moves.dispatch(draft, path);
      } else {
        Moves.edit(draft, path, edit -> edit.dueAt = null);
      }
    } else {
      Moves.edit(draft, path, edit -> edit.dueAt = null);
    }
  }

  private static void lookAtLease(Draft draft, NodeRecord node) {
    Instant earliest = draft.policy().leasesFrom().plus(draft.policy().lease());
    if (draft.now.isBefore(earliest)) {
      Moves.edit(draft, node.path(), edit -> edit.dueAt = earliest);
      return;
    }
    int failures = node.progress().failures() + 1;
    var reason = "the lease of " + node.progress().worker() + " ran out";
    int attempt = node.progress().attempt();
    long epoch = node.progress().epoch();
    if (failures >= draft.policy().attempts() + 2) {
      Moves.node(
          draft,
          node.path(),
          NodeStep.FAILED,
          Note.of(reason),
          edit -> {
            edit.release();
            edit.runs.add(lost(draft, edit, reason));
          });
      Endings.broken(draft, "%s: %s, for the %d. time".formatted(node.path(), reason, failures));
    } else {
      Moves.node(
          draft,
          node.path(),
          NodeStep.LEASE_EXPIRED,
          Note.of(reason),
          edit -> {
            edit.release();
            edit.runs.add(lost(draft, edit, reason));
            edit.attempt++;
            edit.failures = failures;
            edit.sends = 0;
          });
      Moves.dispatch(draft, node.path());
    }
    Budget.giveBack(draft, node.path(), attempt, epoch);
  }

  private static Run lost(Draft draft, NodeEdit edit, String reason) {
    return new Run(
        draft.round,
        edit.attempt,
        "superseded",
        Reports.orEmpty(edit.why),
        edit.correction,
        reason,
        List.of(),
        List.of(),
        0);
  }

  /** Money of attempts that nobody waits for any more and whose workers must have stopped. */
  private static void returnMoney(Draft draft) {
    for (var held : new ArrayList<>(draft.reservations)) {
      boolean current =
          draft
              .node(held.node())
              .filter(node -> node.progress().held())
              .filter(
                  node ->
                      held.isFor(node.path(), node.progress().attempt(), node.progress().epoch()))
              .isPresent();
      if (!current && !draft.now.isBefore(held.until())) {
        Budget.giveBack(draft, held.node(), held.attempt(), held.epoch());
      }
    }
  }
}
