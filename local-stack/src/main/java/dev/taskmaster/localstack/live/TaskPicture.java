package dev.taskmaster.localstack.live;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.JournalEvent.Corrected;
import dev.taskmaster.events.JournalEvent.GraphComposed;
import dev.taskmaster.events.JournalEvent.NodeMoved;
import dev.taskmaster.events.JournalEvent.TaskAccepted;
import dev.taskmaster.events.JournalEvent.TaskMoved;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.NodeView;
import dev.taskmaster.views.TaskView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a task at a moment: folded from its events, or taken from its views. */
public final class TaskPicture {
  private final TaskId task;
  private String description = "";
  private TaskState state = TaskState.SUBMITTED;
  private int round;
  private String reason = "";
  private @Nullable Instant begun;
  private @Nullable Instant ended;
  private BigDecimal amount = BigDecimal.ZERO;
  private String currency = "USD";
  private long tokens;
  private boolean recorded;
  private int hits;
  private final Map<NodePath, NodeRow> nodes = new LinkedHashMap<>();
  private final List<TaskView.Correction> corrections = new ArrayList<>();

  public TaskPicture(TaskId task) {
    this.task = task;
  }

  /** A task as its views show it. */
  public static TaskPicture of(TaskView view, GraphView graph) {
    var picture = new TaskPicture(view.task());
    picture.description = view.description();
    picture.state = view.state();
    picture.round = view.rounds();
    picture.reason = view.reason() == null ? "" : view.reason();
    picture.begun = view.submittedAt();
    picture.ended = view.endedAt();
    picture.amount = view.cost().amount();
    picture.currency = view.cost().currency();
    picture.tokens = view.cost().inputTokens() + view.cost().outputTokens();
    picture.recorded = view.cost().recorded() > 0;
    picture.hits = view.nodes().cacheHits();
    picture.corrections.addAll(view.corrections());
    for (NodeView node : graph.nodes()) {
      picture.nodes.put(node.node(), NodeRow.of(node));
    }
    return picture;
  }

  /** Takes in what happened. */
  public void apply(JournalEvent event) {
    switch (event) {
      case TaskAccepted accepted -> {
        description = accepted.description();
        begun = accepted.at();
      }
      case TaskMoved moved -> moved(moved);
      case GraphComposed composed -> composed(composed);
      case NodeMoved moved -> moved(moved);
      case Corrected corrected -> corrections.add(correction(corrected));
      case JournalEvent.Refused refused -> {}
    }
  }

  private void moved(TaskMoved event) {
    state = event.to();
    round = Math.max(round, event.round());
    reason = event.reason();
    ended = event.to().terminal() ? event.at() : null;
    begun = begun == null ? event.at() : begun;
  }

  private void composed(GraphComposed event) {
    round = Math.max(round, event.round());
    Map<NodePath, NodeRow> shaped = new LinkedHashMap<>();
    for (var shape : event.nodes()) {
      var known = nodes.get(shape.node());
      shaped.put(shape.node(), known == null ? NodeRow.of(shape) : known.shaped(shape));
    }
    nodes.clear();
    nodes.putAll(shaped);
  }

  private void moved(NodeMoved event) {
    nodes.computeIfPresent(event.node(), (path, row) -> row.moved(event));
    amount = amount.add(event.amount());
    tokens += event.inputTokens() + event.outputTokens();
    recorded |= event.recorded();
    hits += event.cacheHit() && event.to() == NodeState.SUCCEEDED ? 1 : 0;
  }

  private static TaskView.Correction correction(Corrected event) {
    return new TaskView.Correction(
        event.round(),
        event.failure(),
        event.cause(),
        event.layer(),
        event.changed(),
        event.dirty(),
        event.fallback());
  }

  TaskId task() {
    return task;
  }

  String description() {
    return description;
  }

  TaskState state() {
    return state;
  }

  int round() {
    return round;
  }

  String reason() {
    return reason;
  }

  @Nullable Instant begun() {
    return begun;
  }

  @Nullable Instant ended() {
    return ended;
  }

  BigDecimal amount() {
    return amount;
  }

  String currency() {
    return currency;
  }

  long tokens() {
    return tokens;
  }

  boolean recorded() {
    return recorded;
  }

  int hits() {
    return hits;
  }

  /** In the order of the graph; what ends the task stands at the end. */
  Collection<NodeRow> nodes() {
    return nodes.values().stream()
        .sorted(Comparator.comparing(row -> row.kind() == NodeKind.DELIVER))
        .toList();
  }

  @Nullable NodeRow node(NodePath path) {
    return nodes.get(path);
  }

  List<TaskView.Correction> corrections() {
    return corrections;
  }

  /** Whether some node waits for a person. */
  public boolean waits() {
    return nodes.values().stream().anyMatch(node -> node.state() == NodeState.WAITING);
  }
}
