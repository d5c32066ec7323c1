package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeEvent.NodeFailed;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.views.NodeView.Run;
import java.time.Duration;
import java.util.List;

/** A failed attempt: whose fault it is decides what happens next. */
final class Faults {
  private static final int LINE = 300;

  private Faults() {}

  static void fail(Draft draft, NodeRecord node, NodeFailed event) {
    Budget.settle(draft, node.path(), event.attempt(), event.epoch(), event.calls());
    switch (event.fault()) {
      case TRANSIENT -> passing(draft, node, event);
      case PROVIDER -> provider(draft, node, event);
      case BUDGET -> budget(draft, node, event);
      case INPUT -> input(draft, node, event);
      case CONFIGURATION -> {
        forGood(draft, node, event);
        Endings.reject(draft, line(event));
      }
      case SYSTEM -> {
        forGood(draft, node, event);
        Endings.broken(draft, line(event));
      }
    }
  }

  private static void passing(Draft draft, NodeRecord node, NodeFailed event) {
    int failures = node.progress().failures() + 1;
    if (failures < draft.policy().attempts()) {
      again(draft, node, event, Retries.delay(draft, failures, event.retryAfterMillis()), false);
      return;
    }
    forGood(draft, node, event);
    var reason = "%s failed %d times: %s".formatted(node.path(), failures, line(event));
    if (node.kind() == NodeKind.REFINE) {
      Endings.reject(draft, reason);
    } else {
      Endings.broken(draft, reason);
    }
  }

  /** A provider's trouble does not use up attempts; time bounds it. */
  private static void provider(Draft draft, NodeRecord node, NodeFailed event) {
    var since = node.progress().providerSince();
    if (since != null
        && Duration.between(since, draft.now).compareTo(draft.policy().providerPatience()) > 0) {
      forGood(draft, node, event);
      Endings.reject(
          draft,
          "%s: the provider has failed since %s: %s".formatted(node.path(), since, line(event)));
      return;
    }
    int tries =
        (int) node.progress().runs().stream().filter(run -> run.round() == draft.round).count();
    again(draft, node, event, Retries.delay(draft, tries + 1, event.retryAfterMillis()), true);
  }

  private static void budget(Draft draft, NodeRecord node, NodeFailed event) {
    if (draft.reservations.isEmpty()) {
      forGood(draft, node, event);
      Endings.reject(draft, "budget: " + line(event));
      return;
    }
    Moves.node(
        draft,
        node.path(),
        NodeStep.TRIED_AGAIN,
        work(event, "waits until other nodes return what they reserved: " + line(event)),
        edit -> {
          tryAgain(draft, edit, event);
          edit.awaitsBudget = true;
          edit.dueAt = draft.now.plus(draft.policy().dispatchAgain());
        });
  }

  private static void input(Draft draft, NodeRecord node, NodeFailed event) {
    forGood(draft, node, event);
    if (node.kind() == NodeKind.REFINE) {
      Endings.reject(draft, "no correction was found: " + line(event));
      return;
    }
    var findings =
        event.findings().isEmpty()
            ? List.of(new Finding(node.kind().wireName(), line(event), null, 0, event.message()))
            : event.findings();
    Rounds.end(draft, draft.existing(node.path()), line(event), findings);
  }

  private static void again(
      Draft draft, NodeRecord node, NodeFailed event, Duration wait, boolean provider) {
    Moves.node(
        draft,
        node.path(),
        NodeStep.TRIED_AGAIN,
        work(event, "again in %d ms: %s".formatted(wait.toMillis(), line(event))),
        edit -> {
          tryAgain(draft, edit, event);
          edit.dueAt = draft.now.plus(wait);
          if (provider) {
            edit.providerSince = edit.providerSince == null ? draft.now : edit.providerSince;
          } else {
            edit.failures++;
          }
        });
  }

  private static void tryAgain(Draft draft, NodeEdit edit, NodeFailed event) {
    edit.release();
    edit.runs.add(failedRun(draft, edit, event));
    edit.amount = edit.amount.add(Spending.priceOf(event.calls()));
    edit.millis += event.millis();
    edit.attempt++;
    edit.sends = 0;
  }

  private static void forGood(Draft draft, NodeRecord node, NodeFailed event) {
    Moves.node(
        draft,
        node.path(),
        NodeStep.FAILED,
        work(event, event.fault().wireName() + ": " + line(event)),
        edit -> {
          edit.release();
          edit.result = null;
          edit.runs.add(failedRun(draft, edit, event));
          edit.amount = edit.amount.add(Spending.priceOf(event.calls()));
          edit.millis += event.millis();
        });
  }

  private static Run failedRun(Draft draft, NodeEdit edit, NodeFailed event) {
    return new Run(
        draft.round,
        event.attempt(),
        "failed",
        Reports.orEmpty(edit.why),
        edit.correction,
        event.message(),
        event.findings(),
        event.calls(),
        event.millis());
  }

  private static Note work(NodeFailed event, String reason) {
    return Note.work(reason, event.calls(), event.millis());
  }

  private static String line(NodeFailed event) {
    return firstLine(event.message());
  }

  /** The first line that says something, bounded. */
  static String firstLine(String text) {
    var line =
        text.lines().map(String::strip).filter(part -> !part.isEmpty()).findFirst().orElse("");
    return line.length() <= LINE ? line : line.substring(0, LINE);
  }
}
