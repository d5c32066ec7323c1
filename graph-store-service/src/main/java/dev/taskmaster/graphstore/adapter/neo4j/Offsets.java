package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.graphstore.adapter.writing.IncomingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.SimpleQueryRunner;

/**
 * The positions up to which records have been applied. Locking a partition's position first makes
 * this the only writer of the partition; records below it have been applied and are dropped.
 */
final class Offsets {
  private final SimpleQueryRunner tx;
  private final String store;
  private final Instant now;
  private final Map<String, Long> next = new TreeMap<>();

  Offsets(SimpleQueryRunner tx, String store, Instant now) {
    this.tx = tx;
    this.store = store;
    this.now = now;
  }

  /** Those of the records that have not been applied yet. */
  Set<IncomingRecord> lockAndFilter(List<IncomingRecord> records) {
    if (records.isEmpty()) {
      return Set.of();
    }
    var partitions = new TreeMap<String, IncomingRecord>();
    records.forEach(record -> partitions.put(record.partitionId(store), record));
    var rows = new ArrayList<Map<String, Object>>();
    partitions.forEach(
        (id, record) ->
            rows.add(Map.of("id", id, "topic", record.topic(), "partition", record.partition())));
    var stored = new HashMap<String, Long>();
    tx.run(Cypher.LOCK_OFFSETS, Map.of("rows", rows, "store", store, "now", now.toEpochMilli()))
        .list()
        .forEach(row -> stored.put(row.get("id").asString(), row.get("next").asLong()));
    var fresh = new LinkedHashSet<IncomingRecord>();
    for (var record : records) {
      var id = record.partitionId(store);
      long position = next.getOrDefault(id, stored.getOrDefault(id, 0L));
      if (record.offset() >= position) {
        fresh.add(record);
        next.put(id, record.offset() + 1);
      }
    }
    return fresh;
  }

  void write() {
    var rows = new ArrayList<Map<String, Object>>();
    next.forEach((id, offset) -> rows.add(Map.of("id", id, "next", offset)));
    Neo4jLedger.writeRows(tx, Cypher.WRITE_OFFSETS, rows);
  }
}
