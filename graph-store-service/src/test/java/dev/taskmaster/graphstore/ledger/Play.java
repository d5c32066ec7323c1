package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest.Claim;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskEvent;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.adapter.composition.StageComposer;
import dev.taskmaster.graphstore.library.Library;
import dev.taskmaster.graphstore.library.ShippedLibrary;
import dev.taskmaster.graphstore.results.KnownResults;
import dev.taskmaster.graphstore.results.ResultId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A task played by hand: inputs in, one ledger, everything that came out. */
public final class Play {
  public static final String WORKER = "worker-1";
  private static final PriceCeiling FREE = PriceCeiling.FREE;

  public final MemoryBlobs blobs = new MemoryBlobs();
  public final Map<ResultId, NodeResult> results;
  public final List<NodeDispatched> dispatches = new ArrayList<>();
  public final List<JournalEvent> journal = new ArrayList<>();
  public final List<Decision.Refusal> refusals = new ArrayList<>();
  public final Decide decide;
  public Instant now = Samples.START;
  public TaskLedger ledger;
  public Decision last;
  public TaskSubmitted submitted;

  public Play() {
    this(Policy.standard(), new HashMap<>(), 1);
  }

  public Play(Policy policy, Map<ResultId, NodeResult> results, long seed) {
    this(policy, results, seed, new ShippedLibrary());
  }

  public Play(Policy policy, Map<ResultId, NodeResult> results, long seed, Library library) {
    this.results = results;
    Texts texts = hash -> blobs.text(new BlobHash(hash));
    decide =
        new Decide(
            new Surroundings(
                policy,
                new StageComposer(texts),
                texts,
                library,
                id ->
                    results.containsKey(id)
                        ? KnownResults.Answer.of(results.get(id))
                        : KnownResults.Answer.ABSENT,
                new SplittableRandom(seed),
                100));
  }

  public Decision give(Input input) {
    last = decide.decide(ledger, input, now);
    ledger = last.ledger();
    last.texts().values().forEach(blobs::put);
    results.putAll(last.results());
    dispatches.addAll(last.dispatches());
    journal.addAll(last.journal());
    refusals.addAll(last.refusals());
    return last;
  }

  public Play submit(TaskSubmitted event) {
    submitted = event;
    give(new Input.Wanted(event));
    return this;
  }

  public Play submit() {
    return submit(Samples.submitted());
  }

  public Play wish(TaskEvent event) {
    give(new Input.Wanted(event));
    return this;
  }

  public TaskId id() {
    return submitted.task();
  }

  public NodeRecord node(String path) {
    var node = ledger.nodes().get(new NodePath(path));
    if (node == null) {
      throw new AssertionError("no node " + path + " among " + ledger.nodes().keySet());
    }
    return node;
  }

  public NodeState state(String path) {
    return node(path).state();
  }

  public TaskState state() {
    return ledger.record().state();
  }

  public NodeDispatched dispatchOf(String path) {
    return dispatches.reversed().stream()
        .filter(dispatch -> dispatch.node().value().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " was not dispatched: " + dispatches));
  }

  public ClaimReply.Decision ask(String path, PriceCeiling ceiling) {
    var dispatch = dispatchOf(path);
    return give(new Input.Asked(
            WORKER,
            new Claim(
                dispatch.dispatch(),
                id(),
                dispatch.node(),
                dispatch.attempt(),
                dispatch.epoch(),
                ceiling)))
        .grant();
  }

  public WorkOrder claim(String path) {
    return claim(path, FREE);
  }

  public WorkOrder claim(String path, PriceCeiling ceiling) {
    if (ask(path, ceiling) instanceof ClaimReply.Granted granted) {
      return granted.work();
    }
    throw new AssertionError("claim of " + path + " denied: " + last.grant());
  }

  public Heartbeat.Answer beat(String path) {
    var progress = node(path).progress();
    return give(new Input.Beaten(
            WORKER,
            new Heartbeat.Beat(id(), new NodePath(path), progress.attempt(), progress.epoch())))
        .answer();
  }

  /** Claims the node and returns the result. */
  public Play run(String path, NodeResult result) {
    var order = claim(path);
    return returned(order, result);
  }

  public Play returned(WorkOrder order, NodeResult result, ModelCallRecord... calls) {
    give(new Input.Reported(succeeded(order, result, calls)));
    return this;
  }

  public NodeEvent.NodeSucceeded succeeded(
      WorkOrder order, NodeResult result, ModelCallRecord... calls) {
    return new NodeEvent.NodeSucceeded(
        order.task(),
        now,
        order.node(),
        order.attempt(),
        order.epoch(),
        WORKER,
        result,
        List.of(calls),
        5);
  }

  public Play fail(WorkOrder order, FaultKind fault, String message) {
    give(new Input.Reported(failed(order, fault, message, null)));
    return this;
  }

  public NodeEvent.NodeFailed failed(
      WorkOrder order, FaultKind fault, String message, Long retryAfter, ModelCallRecord... calls) {
    return new NodeEvent.NodeFailed(
        order.task(),
        now,
        order.node(),
        order.attempt(),
        order.epoch(),
        WORKER,
        fault,
        message,
        List.of(),
        retryAfter,
        null,
        List.of(calls),
        5);
  }

  public Play later(Duration time) {
    now = now.plus(time);
    return this;
  }

  public Play due(String path) {
    give(new Input.Due(id(), path == null ? null : new NodePath(path)));
    return this;
  }

  public BlobRef blob(String text) {
    var hash = blobs.put(text);
    return new BlobRef(hash.value(), text.length());
  }

  public NodeResult text(String text) {
    return new NodeResult.Text(blob(text));
  }

  public NodeResult change(String text) {
    return new NodeResult.Change(blob(text));
  }

  public NodeResult layer(String usda) {
    return new NodeResult.Layer(blob(usda), "planned", null, List.of(), false, null, 0);
  }

  public NodeResult correction(String usda, String cause, String... changed) {
    return new NodeResult.Layer(
        blob(usda), "corrected", new NodePath(cause), List.of(changed), false, null, 0);
  }

  public NodeResult tree(long seed) {
    return new NodeResult.Tree(Samples.tree(seed), Samples.commit(seed), List.of("src/main.py"));
  }

  public NodeResult passed() {
    return new NodeResult.Verdict(true, List.of(), blob("all passed"), "bwrap");
  }

  public NodeResult rejected(String message) {
    return new NodeResult.Verdict(
        false,
        List.of(new Finding("test", message, "src/main.py", 3, "")),
        blob("log of " + message),
        "bwrap");
  }

  public NodeResult delivered() {
    return new NodeResult.Delivery("taskmaster/" + id(), Samples.commit(99), "branch");
  }

  public static ModelCallRecord call(String amount) {
    var ref = new BlobRef(Samples.hex(64, 5), 10);
    return new ModelCallRecord(
        "strong",
        "standard",
        ref,
        ref,
        100,
        20,
        new BigDecimal(amount),
        "USD",
        false,
        false,
        7,
        null);
  }

  /** Up to the review, with the plan of a small correction. */
  public Play untilReview() {
    return submit()
        .run("/Task/Plan", layer(Samples.FIX_PLAN))
        .run("/Task/Ctx_main", text("def total(): ..."))
        .run("/Task/Fix", change("diff one"))
        .run("/Task/FixApply", tree(2));
  }
}
