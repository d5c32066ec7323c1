package dev.taskmaster.graphstore.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest.Claim;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.Event;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.graphstore.adapter.composition.StageComposer;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger.Names;
import dev.taskmaster.graphstore.adapter.neo4j.Schema;
import dev.taskmaster.graphstore.adapter.writing.CrashPoints;
import dev.taskmaster.graphstore.adapter.writing.IncomingRecord;
import dev.taskmaster.graphstore.adapter.writing.Ledgers.Stored;
import dev.taskmaster.graphstore.adapter.writing.Outgoing;
import dev.taskmaster.graphstore.adapter.writing.Work;
import dev.taskmaster.graphstore.ledger.Decide;
import dev.taskmaster.graphstore.ledger.Input;
import dev.taskmaster.graphstore.ledger.Policy;
import dev.taskmaster.graphstore.ledger.Samples;
import dev.taskmaster.graphstore.ledger.Surroundings;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.graphstore.library.ShippedLibrary;
import dev.taskmaster.graphstore.results.KnownResults;
import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

class Neo4jLedgerTest {
  private final String name = "ledger-" + System.nanoTime();
  private final MemoryBlobs blobs = new MemoryBlobs();
  private Driver driver;
  private Neo4jLedger ledger;

  @BeforeEach
  void connect() {
    driver = GraphDatabase.driver(BrokerAndDatabase.shared().boltUri(), AuthTokens.none());
    Schema.ensure(driver);
    ledger = ledger(CrashPoints.none());
  }

  @AfterEach
  void clean() {
    query("MATCH (n) WHERE n.store = $store DETACH DELETE n");
    driver.close();
  }

  private long query(String cypher) {
    var rows =
        driver.executableQuery(cypher).withParameters(Map.of("store", name)).execute().records();
    return rows.isEmpty() ? 0 : rows.getFirst().get(0).asLong();
  }

  private Neo4jLedger ledger(CrashPoints crashPoints) {
    Texts texts = hash -> blobs.text(new BlobHash(hash));
    var around =
        new Surroundings(
            Policy.standard(),
            new StageComposer(texts),
            texts,
            new ShippedLibrary(),
            KnownResults.NONE,
            new SplittableRandom(1),
            7);
    return new Neo4jLedger(
        driver, new Names(name, ""), new Decide(around), blobs, crashPoints, 1_000);
  }

  private static TaskSubmitted submitted() {
    return Samples.submitted(Samples.project("acme", null, 3), TaskOptions.none());
  }

  private static IncomingRecord record(long offset, Event event) {
    return new IncomingRecord(
        "tasks",
        "topic-1",
        0,
        offset,
        event.task().value(),
        EventTypes.nameOf(event),
        "e-" + offset,
        EventJson.write(event));
  }

  private static Work.Incoming incoming(IncomingRecord record) {
    return new Work.Incoming(record, new CompletableFuture<>());
  }

  private Stored store(Neo4jLedger where, IncomingRecord... records) {
    var works = new ArrayList<Work>();
    for (var record : records) {
      works.add(incoming(record));
    }
    return where.store(works, List.of(), Instant.now());
  }

  private static NodeDispatched dispatch(List<Outgoing> outgoing) {
    return outgoing.stream()
        .filter(event -> event.type().equals("node.dispatched"))
        .map(event -> (NodeDispatched) EventJson.read(event.type(), event.payload().getBytes()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void recordsBelowThePositionAreDroppedWithoutATrace() {
    var event = submitted();
    var first = store(ledger, record(0, event));
    assertThat(first.outgoing()).isNotEmpty();
    var again = store(ledger, record(0, event));
    assertThat(again.outgoing()).isEmpty();
    assertThat(query("MATCH (t:Task {store: $store}) RETURN t.version")).isEqualTo(1);
    assertThat(query("MATCH (r:Refusal {task: '" + event.task() + "'}) RETURN count(r)")).isZero();
  }

  @Test
  void theSameRecordTwiceInOneBatchCountsOnce() {
    var event = submitted();
    store(ledger, record(4, event), record(4, event));
    assertThat(query("MATCH (r:Refusal {task: '" + event.task() + "'}) RETURN count(r)")).isZero();
    assertThat(ledger.positions(List.of(name + "/topic-1/0"))).containsValue(5L);
  }

  @Test
  void aTopicMadeAnewStartsFromItsBeginning() {
    store(ledger, record(9, submitted()));
    var event = submitted();
    var made = record(0, event);
    var stored =
        store(
            ledger,
            new IncomingRecord(
                made.topic(), "topic-2", 0, 0, made.key(), made.type(), made.id(), made.value()));
    assertThat(stored.outgoing()).isNotEmpty();
  }

  @Test
  void aCrashBeforeTheCommitLeavesNothing() {
    var event = submitted();
    var dying = ledger(crashAt(CrashPoints.BEFORE_COMMIT));
    assertThatThrownBy(() -> store(dying, record(0, event))).isInstanceOf(Death.class);
    assertThat(query("MATCH (t:Task {store: $store}) RETURN count(t)")).isZero();
    assertThat(ledger.unsent(100)).isEmpty();
    assertThat(store(ledger, record(0, event)).outgoing()).isNotEmpty();
  }

  @Test
  void aCrashAfterTheCommitLosesNoDispatch() {
    var event = submitted();
    var dying = ledger(crashAt(CrashPoints.AFTER_COMMIT));
    assertThatThrownBy(() -> store(dying, record(0, event))).isInstanceOf(Death.class);

    assertThat(store(ledger, record(0, event)).outgoing()).isEmpty();
    var unsent = ledger.unsent(100);
    assertThat(dispatch(unsent).node().value()).isEqualTo("/Task/Plan");
    assertThat(unsent).extracting(Outgoing::id).doesNotHaveDuplicates();
  }

  @Test
  void whatIsMarkedIsNotSentAgainAndTheJournalStays() {
    store(ledger, record(0, submitted()));
    var ids = ledger.unsent(100).stream().map(Outgoing::id).toList();
    ledger.store(List.of(), ids, Instant.now());
    assertThat(ledger.unsent(100)).isEmpty();
    assertThat(query("MATCH (j:Journal {store: $store}) RETURN count(j)")).isPositive();
  }

  @Test
  void eventsOfATaskComeOutInTheirOrder() {
    store(ledger, record(0, submitted()));
    var sequence =
        ledger.unsent(100).stream()
            .filter(event -> event.id().contains("/"))
            .map(event -> Integer.valueOf(event.id().substring(event.id().indexOf('/') + 1)))
            .toList();
    assertThat(sequence).isSorted().startsWith(1).hasSizeGreaterThan(2);
  }

  /** Two stores with caches of their own, as two processes would be; the lock makes them one. */
  @Test
  void ofManyClaimsAtOnceOneIsGranted() throws Exception {
    var stored = store(ledger, record(0, submitted()));
    var dispatch = dispatch(stored.outgoing());
    var stores = List.of(ledger, ledger(CrashPoints.none()), ledger(CrashPoints.none()));
    stores.forEach(store -> store.read(List.of(dispatch.task().value())));
    var start = new CyclicBarrier(6);
    var answers = new ArrayList<Future<ClaimReply.Decision>>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        var store = stores.get(i % stores.size());
        var worker = "worker-" + i;
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return claim(store, worker, dispatch);
                }));
      }
      int granted = 0;
      for (var answer : answers) {
        granted += answer.get() instanceof ClaimReply.Granted ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
  }

  private static ClaimReply.Decision claim(
      Neo4jLedger store, String worker, NodeDispatched dispatch) {
    var claim =
        new Claim(
            dispatch.dispatch(),
            dispatch.task(),
            dispatch.node(),
            dispatch.attempt(),
            dispatch.epoch(),
            PriceCeiling.FREE);
    var work = new Work.Claiming(new Input.Asked(worker, claim), new CompletableFuture<>());
    store.store(List.of(work), List.of(), Instant.now()).answers().forEach(Runnable::run);
    return work.answer().join();
  }

  @Test
  void whatAnotherStoreWroteIsSeen() {
    var stored = store(ledger, record(0, submitted()));
    var dispatch = dispatch(stored.outgoing());
    var other = ledger(CrashPoints.none());
    assertThat(claim(other, "worker-1", dispatch)).isInstanceOf(ClaimReply.Granted.class);
    assertThat(claim(ledger, "worker-2", dispatch)).isInstanceOf(ClaimReply.Denied.class);
    assertThat(claim(ledger, "worker-1", dispatch)).isInstanceOf(ClaimReply.Granted.class);
  }

  @Test
  void aTaskReadAnewIsTheTaskThatWasWritten() {
    var event = submitted();
    store(ledger, record(0, event));
    var id = List.of(event.task().value());
    assertThat(ledger(CrashPoints.none()).read(id)).isEqualTo(ledger.read(id));
  }

  @Test
  void timersAreFoundWhenTheyAreDue() {
    var dispatch = dispatch(store(ledger, record(0, submitted())).outgoing());
    claim(ledger, "worker-1", dispatch);
    assertThat(ledger.due(Instant.now(), 10)).isEmpty();
    var due = ledger.due(Instant.now().plusSeconds(46), 10);
    assertThat(due).containsExactly(new Input.Due(dispatch.task(), dispatch.node()));
    ledger.putOff(due.getFirst(), Instant.now().plusSeconds(600));
    assertThat(ledger.due(Instant.now().plusSeconds(46), 10)).isEmpty();
  }

  @Test
  void whatIsNoEventIsParkedAndTheRestOfTheBatchIsNot() {
    var event = submitted();
    var nonsense =
        new IncomingRecord("tasks", "topic-1", 0, 0, "k", "task.exploded", "e", new byte[] {1, 2});
    var broken =
        new IncomingRecord(
            "tasks", "topic-1", 0, 1, "k", "task.submitted", "e", "{\"task\":7".getBytes());
    var stored = store(ledger, nonsense, broken, record(2, event));
    assertThat(query("MATCH (p:Parked {store: $store}) RETURN count(p)")).isEqualTo(2);
    assertThat(stored.outgoing()).extracting(Outgoing::topic).contains("tasks.graph-store.dlq");
    assertThat(ledger.read(List.of(event.task().value()))).hasSize(1);
    assertThat(ledger.positions(List.of(name + "/topic-1/0"))).containsValue(3L);
  }

  private static CrashPoints crashAt(String point) {
    return new CrashPoints(
        point,
        null,
        () -> {
          throw new Death();
        });
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
