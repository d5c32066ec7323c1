package dev.taskmaster.localstack.live;

import dev.taskmaster.events.JournalEvent.NodeMoved;
import dev.taskmaster.events.JournalEvent.NodeShape;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.views.NodeView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as a line shows it.
 *
 * @param tries how often it was tried in this round
 * @param since when it came into its state; null where that is not known
 * @param model the model that worked last; null where none did
 * @param amount what it has cost in all rounds
 * @param millis how long its last attempt took
 */
record NodeRow(
    NodePath path,
    NodeKind kind,
    String lane,
    String label,
    List<NodePath> dependsOn,
    NodeState state,
    @Nullable Instant since,
    int round,
    int attempt,
    int tries,
    boolean cacheHit,
    String reason,
    @Nullable String model,
    boolean recorded,
    BigDecimal amount,
    long millis) {
  NodeRow {
    dependsOn = List.copyOf(dependsOn);
  }

  static NodeRow of(NodeShape shape) {
    return new NodeRow(
        shape.node(),
        shape.kind(),
        shape.lane(),
        shape.label(),
        shape.dependsOn(),
        NodeState.PENDING,
        null,
        0,
        0,
        0,
        false,
        "",
        null,
        false,
        BigDecimal.ZERO,
        0);
  }

  static NodeRow of(NodeView view) {
    var last = view.runs().isEmpty() ? null : view.runs().getLast();
    var calls = view.runs().stream().flatMap(run -> run.calls().stream()).toList();
    var call = calls.isEmpty() ? null : calls.getLast();
    return new NodeRow(
        view.node(),
        view.kind(),
        view.lane(),
        view.label(),
        view.dependsOn(),
        view.state(),
        null,
        last == null ? 0 : last.round(),
        last == null ? 0 : last.attempt(),
        last == null ? 0 : tries(view, last.round()),
        last != null && last.how().equals("cache-hit"),
        last == null ? "" : last.message() == null ? last.why() : last.message(),
        call == null ? null : call.model(),
        call != null && call.recorded(),
        view.amount(),
        view.millis());
  }

  /** The same node with another shape; what happened to it stays. */
  NodeRow shaped(NodeShape shape) {
    return new NodeRow(
        path,
        shape.kind(),
        shape.lane(),
        shape.label(),
        shape.dependsOn(),
        state,
        since,
        round,
        attempt,
        tries,
        cacheHit,
        reason,
        model,
        recorded,
        amount,
        millis);
  }

  NodeRow moved(NodeMoved event) {
    return new NodeRow(
        path,
        kind,
        event.lane(),
        label,
        dependsOn,
        event.to(),
        event.at(),
        event.round(),
        event.attempt(),
        triesAt(event),
        event.cacheHit(),
        event.reason(),
        event.model() == null ? model : event.model(),
        event.model() == null ? recorded : event.recorded(),
        amount.add(event.amount()),
        event.millis());
  }

  private static int tries(NodeView view, int round) {
    return (int)
        view.runs().stream()
            .filter(run -> run.round() == round && !run.how().equals("cache-hit"))
            .map(NodeView.Run::attempt)
            .distinct()
            .count();
  }

  /** Attempts count through all rounds; a person wants to know of those in vain. */
  private int triesAt(NodeMoved event) {
    if (event.round() != round) {
      return 1;
    }
    return event.attempt() > attempt ? tries + 1 : Math.max(1, tries);
  }

  boolean active() {
    return state == NodeState.CLAIMED || state == NodeState.RUNNING;
  }

  /** What people call it. */
  String name() {
    return label.isBlank() ? path.name() : label;
  }
}
