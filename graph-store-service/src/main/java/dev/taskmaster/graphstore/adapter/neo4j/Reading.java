package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.graphstore.ledger.NodeRecord;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;

/** Reads tasks, from the cache where it is up to date. */
final class Reading {
  private final LedgerCache cache;

  Reading(LedgerCache cache) {
    this.cache = cache;
  }

  /** Locks these tasks in the order of their ids, then reads them. */
  Map<String, Versioned> lockAndRead(SimpleQueryRunner tx, Collection<String> ids, long now) {
    return readAt(
        tx, versions(tx.run(Cypher.LOCK_TASKS, Map.of("ids", sorted(ids), "now", now)).list()));
  }

  /** Reads these tasks without a lock; for views. */
  Map<String, Versioned> read(SimpleQueryRunner tx, Collection<String> ids) {
    return readAt(tx, versions(tx.run(Cypher.READ_VERSIONS, Map.of("ids", sorted(ids))).list()));
  }

  private static List<String> sorted(Collection<String> ids) {
    return ids.stream().distinct().sorted().toList();
  }

  private static Map<String, Long> versions(List<Record> rows) {
    var versions = new TreeMap<String, Long>();
    rows.forEach(row -> versions.put(row.get("id").asString(), row.get("version").asLong()));
    return versions;
  }

  private Map<String, Versioned> readAt(SimpleQueryRunner tx, Map<String, Long> versions) {
    var found = new HashMap<String, Versioned>();
    var stale = new ArrayList<String>();
    versions.forEach(
        (id, version) ->
            cache
                .get(id, version)
                .ifPresentOrElse(entry -> found.put(id, entry), () -> stale.add(id)));
    if (!stale.isEmpty()) {
      for (var row : tx.run(Cypher.READ_TASKS, Map.of("ids", stale)).list()) {
        var entry = new Versioned(ledger(row), row.get("version").asLong());
        var id = row.get("id").asString();
        found.put(id, entry);
        cache.put(id, entry);
      }
    }
    return found;
  }

  private static TaskLedger ledger(Record row) {
    var byPlace = new TreeMap<Integer, List<NodeRecord>>();
    for (Value node : row.get("nodes").values()) {
      byPlace
          .computeIfAbsent(node.get("place").asInt(), unused -> new ArrayList<>())
          .add(
              new NodeRecord(
                  LedgerJson.plan(node.get("plan").asString()),
                  LedgerJson.progress(node.get("progress").asString())));
    }
    var nodes = new LinkedHashMap<NodePath, NodeRecord>();
    byPlace.values().forEach(same -> same.forEach(node -> nodes.put(node.path(), node)));
    return new TaskLedger(
        LedgerJson.submitted(row.get("submitted").asString()),
        LedgerJson.record(row.get("record").asString()),
        nodes);
  }
}
