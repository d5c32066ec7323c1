package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger.Names;
import dev.taskmaster.graphstore.adapter.writing.IncomingRecord;
import dev.taskmaster.graphstore.adapter.writing.Outgoing;
import dev.taskmaster.graphstore.ledger.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/** What is to be published, stored with what it says; and records put aside. */
final class OutboxRows {
  private final Names names;
  private final Sequence sequence;
  private final List<Map<String, Object>> dispatches = new ArrayList<>();
  private final List<Map<String, Object>> journal = new ArrayList<>();
  private final List<Outgoing> outgoing = new ArrayList<>();

  OutboxRows(Names names, Sequence sequence) {
    this.names = names;
    this.sequence = sequence;
  }

  void add(Decision decision, String cause) {
    decision.dispatches().forEach(event -> addDispatch(event, cause));
    decision.journal().forEach(event -> addJournal(event, cause));
  }

  private void addDispatch(NodeDispatched event, String cause) {
    dispatches.add(
        row(
            new Outgoing(
                event.dispatch().value(),
                names.topicPrefix() + Topics.ofLane(event.lane()),
                Rows.nodeId(event.task().value(), event.node()),
                EventTypes.nameOf(event),
                LedgerJson.write(event),
                event.at().toString(),
                cause)));
  }

  private void addJournal(JournalEvent event, String cause) {
    var task = event.task().value();
    var row =
        row(
            new Outgoing(
                task + "/" + event.seq(),
                names.topicPrefix() + Topics.JOURNAL,
                task,
                EventTypes.nameOf(event),
                LedgerJson.write(event),
                event.at().toString(),
                cause));
    row.put("task", task);
    row.put("seq", event.seq());
    journal.add(row);
  }

  private Map<String, Object> row(Outgoing event) {
    outgoing.add(event);
    var row = new HashMap<String, Object>();
    row.put("id", event.id());
    row.put("store", names.store());
    row.put("order", sequence.next());
    row.put("topic", event.topic());
    row.put("key", event.key());
    row.put("type", event.type());
    row.put("payload", event.payload());
    row.put("at", event.at());
    row.put("cause", Objects.requireNonNullElse(event.cause(), ""));
    return row;
  }

  /** Puts records aside with their bytes and the reason, and tells the dead-letter topic. */
  void park(SimpleQueryRunner tx, List<Map.Entry<IncomingRecord, String>> records, Instant now) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var entry : records) {
      var record = entry.getKey();
      var id = record.topicId() + "-" + record.partition() + "-" + record.offset();
      var row = new HashMap<String, Object>();
      row.put("id", id);
      row.put("store", names.store());
      row.put("topic", record.topic());
      row.put("partition", record.partition());
      row.put("offset", record.offset());
      row.put("key", Objects.requireNonNullElse(record.key(), ""));
      row.put("type", record.type());
      row.put("ceId", record.id());
      row.put("value", record.value());
      row.put("reason", entry.getValue());
      row.put("at", now.toString());
      rows.add(row);
      dispatches.add(row(deadLetter(id, record, entry.getValue(), now)));
    }
    Neo4jLedger.writeRows(tx, Cypher.PARK, rows);
  }

  private static Outgoing deadLetter(String id, IncomingRecord record, String reason, Instant now) {
    var letter = new HashMap<String, Object>();
    letter.put("parked", id);
    letter.put("reason", reason);
    letter.put("type", record.type());
    letter.put("value", new String(record.value(), StandardCharsets.UTF_8));
    return new Outgoing(
        "parked/" + id,
        Topics.deadLetters(record.topic(), "graph-store"),
        Objects.requireNonNullElse(record.key(), ""),
        "record.parked",
        LedgerJson.write(letter),
        now.toString(),
        record.id());
  }

  void write(SimpleQueryRunner tx) {
    Neo4jLedger.writeRows(tx, Cypher.WRITE_DISPATCHES, dispatches);
    Neo4jLedger.writeRows(tx, Cypher.WRITE_JOURNAL, journal);
  }

  List<Outgoing> outgoing() {
    return List.copyOf(outgoing);
  }

  static List<Outgoing> read(SimpleQueryRunner tx, String store, int limit) {
    return tx.run(Cypher.READ_OUTBOX, Map.of("store", store, "limit", limit)).list().stream()
        .map(OutboxRows::event)
        .toList();
  }

  private static Outgoing event(Record row) {
    return new Outgoing(
        row.get("id").asString(),
        row.get("topic").asString(),
        row.get("key").asString(),
        row.get("type").asString(),
        row.get("payload").asString(),
        row.get("at").asString(),
        row.get("cause").asString());
  }
}
