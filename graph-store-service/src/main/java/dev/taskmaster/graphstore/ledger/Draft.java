package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.ledger.Decision.Learned;
import dev.taskmaster.graphstore.ledger.Decision.Refusal;
import dev.taskmaster.graphstore.results.Digest;
import dev.taskmaster.graphstore.results.ResultId;
import dev.taskmaster.graphstore.taskgraph.Composer.LayerText;
import dev.taskmaster.graphstore.taskgraph.LayerOrder;
import dev.taskmaster.graphstore.taskgraph.LayerRef;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import dev.taskmaster.graphstore.taskgraph.TaskGraph;
import dev.taskmaster.graphstore.taskgraph.UnreadableLayerException;
import dev.taskmaster.views.TaskView.Reuse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task while a decision about it is being made, and what the decision will say. */
final class Draft {
  final Surroundings around;
  final Instant now;
  final TaskSubmitted submitted;

  TaskState state;
  long epoch;
  int round;
  long seq;
  @Nullable BigDecimal budget;
  int rounds;
  Spending spending;
  List<Reservation> reservations;
  LayerOrder layers;
  Map<String, Opinion> opinions;
  List<String> failures;
  @Nullable FailureReport failure;
  List<Lesson> lessons;
  boolean planApproved;
  int executed;
  int cacheHits;
  @Nullable Reuse reuse;
  TaskRecord.@Nullable Ending ending;
  Map<NodePath, NodeRecord> nodes;

  /** Whether the layers changed since the nodes were composed from them. */
  boolean stale;

  final List<NodeDispatched> dispatches = new ArrayList<>();
  final List<JournalEvent> journal = new ArrayList<>();
  final List<Refusal> refusals = new ArrayList<>();
  final Map<String, String> texts = new HashMap<>();
  final Map<ResultId, NodeResult> results = new HashMap<>();
  final Set<ResultId> missing = new LinkedHashSet<>();
  ClaimReply.@Nullable Decision grant;
  Heartbeat.@Nullable Answer answer;
  @Nullable Learned learned;

  Draft(Surroundings around, Instant now, TaskSubmitted submitted, TaskRecord from) {
    this.around = around;
    this.now = now;
    this.submitted = submitted;
    state = from.state();
    epoch = from.epoch();
    round = from.round();
    seq = from.seq();
    budget = from.budget();
    rounds = from.rounds();
    spending = from.spending();
    reservations = new ArrayList<>(from.reservations());
    layers = new LayerOrder(from.layers());
    opinions = from.opinions();
    failures = new ArrayList<>(from.failures());
    failure = from.failure();
    lessons = new ArrayList<>(from.lessons());
    planApproved = from.planApproved();
    executed = from.executed();
    cacheHits = from.cacheHits();
    reuse = from.reuse();
    ending = from.ending();
    nodes = new LinkedHashMap<>();
  }

  Draft(Surroundings around, Instant now, TaskLedger ledger) {
    this(around, now, ledger.submitted(), ledger.record());
    nodes.putAll(ledger.nodes());
  }

  TaskId task() {
    return submitted.task();
  }

  Policy policy() {
    return around.policy();
  }

  boolean live() {
    return !state.terminal();
  }

  Optional<NodeRecord> node(NodePath path) {
    return Optional.ofNullable(nodes.get(path));
  }

  /** A node that is known to be there. */
  NodeRecord existing(NodePath path) {
    var node = nodes.get(path);
    if (node == null) {
      throw new IllegalStateException("there is no node " + path);
    }
    return node;
  }

  List<NodeRecord> present() {
    return nodes.values().stream().filter(NodeRecord::present).toList();
  }

  Map<NodePath, PlannedNode> plans() {
    var plans = new LinkedHashMap<NodePath, PlannedNode>();
    present().forEach(node -> plans.put(node.path(), node.plan()));
    return plans;
  }

  /** The graph as it was composed last. */
  TaskGraph graph() {
    return new TaskGraph(opinions, plans(), List.of());
  }

  /** The graph that these layers lead to. */
  TaskGraph compose(LayerOrder order) {
    return TaskGraph.of(
        around.composer().compose(order.layers().stream().map(this::layerText).toList()));
  }

  LayerText layerText(LayerRef layer) {
    return new LayerText(layer.name(), text(layer.name(), layer.text()));
  }

  String text(String name, BlobRef ref) {
    var own = texts.get(ref.hash());
    if (own != null) {
      return own;
    }
    return around
        .texts()
        .text(ref.hash())
        .orElseThrow(
            () -> new UnreadableLayerException(name, "its text " + ref.hash() + " is not stored"));
  }

  /** Keeps a text that the decision makes. */
  BlobRef keep(String text) {
    var ref = Digest.refOf(text);
    texts.put(ref.hash(), text);
    return ref;
  }

  TaskLedger ledger() {
    return new TaskLedger(
        submitted,
        new TaskRecord(
            state,
            epoch,
            round,
            seq,
            budget,
            rounds,
            spending,
            reservations,
            layers.layers(),
            opinions,
            failures,
            failure,
            lessons,
            planApproved,
            executed,
            cacheHits,
            reuse,
            ending),
        nodes);
  }

  Decision decision() {
    return new Decision(
        ledger(), dispatches, journal, refusals, texts, results, missing, grant, answer, learned);
  }
}
