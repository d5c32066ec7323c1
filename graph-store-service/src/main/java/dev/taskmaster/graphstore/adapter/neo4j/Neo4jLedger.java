package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.graphstore.adapter.writing.CrashPoints;
import dev.taskmaster.graphstore.adapter.writing.IncomingRecord;
import dev.taskmaster.graphstore.adapter.writing.Ledgers;
import dev.taskmaster.graphstore.adapter.writing.Outgoing;
import dev.taskmaster.graphstore.adapter.writing.Work;
import dev.taskmaster.graphstore.ledger.Decide;
import dev.taskmaster.graphstore.ledger.Decision;
import dev.taskmaster.graphstore.ledger.Input;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import dev.taskmaster.graphstore.results.ResultId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Transaction;

/**
 * Tasks in Neo4j. A batch is one transaction: offsets and tasks are locked in order, read, decided
 * in Java, and written together with what is to be published.
 */
public final class Neo4jLedger implements Ledgers {
  private final Driver driver;
  private final Names names;
  private final Decide decide;
  private final Blobs blobs;
  private final CrashPoints crashPoints;
  private final Sequence sequence = new Sequence();
  private final LedgerCache cache;
  private final Reading reading;

  /** What a store calls its rows and its topics, and where a test may kill it. */
  public record Names(String store, String topicPrefix) {}

  public Neo4jLedger(
      Driver driver, Names names, Decide decide, Blobs blobs, CrashPoints crashPoints, int cached) {
    this.driver = driver;
    this.names = names;
    this.decide = decide;
    this.blobs = blobs;
    this.crashPoints = crashPoints;
    this.cache = new LedgerCache(cached);
    this.reading = new Reading(cache);
  }

  /** The lowest epoch of this store's tasks; made when the store is used for the first time. */
  public static long open(Driver driver, String store, Instant now) {
    try (var session = driver.session()) {
      return session.executeWrite(
          tx ->
              tx.run(Cypher.OPEN_STORE, Map.of("store", store, "epochBase", now.getEpochSecond()))
                  .single()
                  .get("epochBase")
                  .asLong());
    }
  }

  /** The next offsets of these partitions, as far as anything of them was applied. */
  public Map<String, Long> positions(Collection<String> partitions) {
    try (var session = driver.session()) {
      return session.executeRead(
          tx -> {
            var next = new HashMap<String, Long>();
            tx.run(Cypher.READ_OFFSETS, Map.of("ids", List.copyOf(partitions)))
                .list()
                .forEach(row -> next.put(row.get("id").asString(), row.get("next").asLong()));
            return next;
          });
    }
  }

  /** Reads tasks for views, from the same cache. */
  public Map<String, TaskLedger> read(Collection<String> ids) {
    try (var session = driver.session()) {
      var found = new LinkedHashMap<String, TaskLedger>();
      session
          .executeRead(tx -> reading.read(tx, ids))
          .forEach((id, entry) -> found.put(id, entry.ledger()));
      return found;
    }
  }

  @Override
  public Stored store(List<Work> works, Collection<String> sent, Instant now) {
    try (var session = driver.session();
        var tx = session.beginTransaction()) {
      var batch = new Batch(tx, now);
      var stored = batch.run(works, sent);
      crashPoints.reach(CrashPoints.BEFORE_COMMIT);
      tx.commit();
      crashPoints.reach(CrashPoints.AFTER_COMMIT);
      batch.written.forEach(cache::put);
      return stored;
    }
  }

  @Override
  public Stored park(IncomingRecord record, String reason, Instant now) {
    try (var session = driver.session();
        var tx = session.beginTransaction()) {
      var offsets = new Offsets(tx, names.store(), now);
      var outbox = new OutboxRows(names, sequence);
      if (offsets.lockAndFilter(List.of(record)).contains(record)) {
        outbox.park(tx, List.of(Map.entry(record, reason)), now);
        outbox.write(tx);
        offsets.write();
      }
      tx.commit();
      return new Stored(outbox.outgoing(), List.of());
    }
  }

  @Override
  public void putOff(Input.Due due, Instant until) {
    var node = due.node();
    if (node != null) {
      var id = Rows.nodeId(due.task().value(), node);
      try (var session = driver.session()) {
        session.executeWriteWithoutResult(
            tx ->
                tx.run(Cypher.PUT_OFF, Map.of("id", id, "until", until.toEpochMilli())).consume());
      }
    }
  }

  @Override
  public List<Input.Due> due(Instant now, int limit) {
    var at =
        Map.<String, Object>of("store", names.store(), "now", now.toEpochMilli(), "limit", limit);
    try (var session = driver.session()) {
      return session.executeRead(
          tx -> {
            var due = new ArrayList<Input.Due>();
            for (var row : tx.run(Cypher.DUE_NODES, at).list()) {
              var task = new TaskId(row.get("task").asString());
              due.add(new Input.Due(task, new NodePath(row.get("path").asString())));
            }
            for (var row : tx.run(Cypher.DUE_TASKS, at).list()) {
              due.add(new Input.Due(new TaskId(row.get("task").asString()), null));
            }
            return due;
          });
    }
  }

  @Override
  public List<Outgoing> unsent(int limit) {
    try (var session = driver.session()) {
      return session.executeRead(tx -> OutboxRows.read(tx, names.store(), limit));
    }
  }

  /** One transaction. */
  private final class Batch {
    private final Transaction tx;
    private final Instant now;
    private final Map<String, Versioned> written = new HashMap<>();
    private final List<Runnable> answers = new ArrayList<>();

    Batch(Transaction tx, Instant now) {
      this.tx = tx;
      this.now = now;
    }

    Stored run(List<Work> works, Collection<String> sent) {
      var offsets = new Offsets(tx, names.store(), now);
      var accepted = new AcceptedWork(offsets, works);
      var inputs = accepted.inputs();
      var before = readTasks(inputs);
      var ledgers = new HashMap<String, TaskLedger>();
      before.forEach((id, entry) -> ledgers.put(id, entry.ledger()));
      var decisions = new BatchDecisions(decide).decide(ledgers, inputs, now, this::lookUp);
      keepTexts(decisions);
      writeTasks(before, inputs, decisions);
      var outbox = new OutboxRows(names, sequence);
      for (int i = 0; i < decisions.size(); i++) {
        outbox.add(decisions.get(i), accepted.causes().get(i));
        accepted.answer(i, decisions.get(i), answers);
      }
      outbox.park(tx, accepted.unreadable(), now);
      outbox.write(tx);
      new SideRows(tx).write(decisions);
      offsets.write();
      if (!sent.isEmpty()) {
        tx.run(Cypher.MARK_SENT, Map.of("ids", List.copyOf(sent))).consume();
      }
      answers.addAll(accepted.acknowledgements());
      return new Stored(outbox.outgoing(), answers);
    }

    private Map<String, Versioned> readTasks(List<Input> inputs) {
      var ids = inputs.stream().map(input -> input.task().value()).distinct().toList();
      return ids.isEmpty() ? Map.of() : reading.lockAndRead(tx, ids, now.toEpochMilli());
    }

    private Map<ResultId, NodeResult> lookUp(Set<ResultId> wanted) {
      var byName = new TreeMap<String, ResultId>();
      wanted.forEach(id -> byName.put(id.toString(), id));
      var found = new HashMap<ResultId, NodeResult>();
      for (var row :
          tx.run(Cypher.FIND_RESULTS, Map.of("ids", List.copyOf(byName.keySet()))).list()) {
        var id = byName.get(row.get("id").asString());
        if (id != null) {
          found.put(id, LedgerJson.result(row.get("result").asString()));
        }
      }
      return found;
    }

    /** Texts are kept by their hash before anything refers to them. */
    private void keepTexts(List<Decision> decisions) {
      for (var decision : decisions) {
        decision
            .texts()
            .forEach(
                (hash, text) -> {
                  if (!blobs.has(new BlobHash(hash))) {
                    blobs.put(text);
                  }
                });
      }
    }

    private void writeTasks(
        Map<String, Versioned> before, List<Input> inputs, List<Decision> decisions) {
      var last = new TreeMap<String, TaskLedger>();
      for (int i = 0; i < decisions.size(); i++) {
        var after = decisions.get(i).ledger();
        if (after != null) {
          last.put(inputs.get(i).task().value(), after);
        }
      }
      var rows = new Rows(names.store());
      last.forEach(
          (id, after) -> {
            var known = before.get(id);
            rows.add(known, after);
            long version = known == null ? 1 : known.version() + 1;
            if (known == null || !known.ledger().equals(after)) {
              written.put(id, new Versioned(after, version));
            }
          });
      writeRows(tx, Cypher.CREATE_TASKS, rows.newTasks);
      writeRows(tx, Cypher.WRITE_TASKS, rows.tasks);
      writeRows(tx, Cypher.CREATE_NODES, rows.newNodes);
      writeRows(tx, Cypher.WRITE_NODES, rows.nodes);
      writeRows(tx, Cypher.WRITE_DEPENDENCIES, rows.dependencies);
    }
  }

  static void writeRows(SimpleQueryRunner tx, String query, List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      tx.run(query, Map.of("rows", rows)).consume();
    }
  }
}
