package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.graphstore.ledger.NodeRecord;
import dev.taskmaster.graphstore.ledger.Reservation;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows in which a changed task is written: only what differs from what is stored. */
final class Rows {
  final List<Map<String, Object>> newTasks = new ArrayList<>();
  final List<Map<String, Object>> tasks = new ArrayList<>();
  final List<Map<String, Object>> newNodes = new ArrayList<>();
  final List<Map<String, Object>> nodes = new ArrayList<>();
  final List<Map<String, Object>> dependencies = new ArrayList<>();

  private final String store;

  Rows(String store) {
    this.store = store;
  }

  static String nodeId(String task, NodePath path) {
    return task + path.value();
  }

  void add(@Nullable Versioned before, TaskLedger after) {
    var old = before == null ? null : before.ledger();
    if (after.equals(old)) {
      return;
    }
    var id = after.id().value();
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", id);
    row.put("version", before == null ? 1L : before.version() + 1);
    row.put("state", after.record().state().wireName());
    row.put("record", LedgerJson.write(after.record()));
    row.put("dueAt", millis(moneyDue(after)));
    if (before == null) {
      row.put("store", store);
      row.put("project", after.submitted().project().id().value());
      row.put("submitted", LedgerJson.write(after.submitted()));
    }
    (before == null ? newTasks : tasks).add(unchecked(row));
    addNodes(id, old, after);
  }

  private void addNodes(String task, @Nullable TaskLedger old, TaskLedger after) {
    var places = places(old);
    int place = 0;
    for (var node : after.nodes().values()) {
      var known = old == null ? null : old.nodes().get(node.path());
      if (known == null) {
        newNodes.add(node(task, node, place, true, true));
        dependencies.add(dependency(task, node));
      } else {
        boolean planned = !known.plan().equals(node.plan());
        boolean moved = places.getOrDefault(node.path(), -1) != place;
        if (planned || moved || !known.progress().equals(node.progress())) {
          nodes.add(node(task, node, place, planned, false));
        }
        if (!known.plan().dependsOn().equals(node.plan().dependsOn())) {
          dependencies.add(dependency(task, node));
        }
      }
      place++;
    }
  }

  private static Map<NodePath, Integer> places(@Nullable TaskLedger ledger) {
    var places = new HashMap<NodePath, Integer>();
    if (ledger != null) {
      ledger.nodes().keySet().forEach(path -> places.put(path, places.size()));
    }
    return places;
  }

  private Map<String, Object> node(
      String task, NodeRecord node, int place, boolean planned, boolean born) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", nodeId(task, node.path()));
    row.put("place", place);
    row.put("state", node.state().wireName());
    row.put("dueAt", node.present() ? millis(node.progress().dueAt()) : null);
    row.put("progress", LedgerJson.write(node.progress()));
    if (planned) {
      row.put("plan", LedgerJson.write(node.plan()));
      row.put("kind", node.kind().wireName());
      row.put("lane", node.plan().lane());
    }
    if (born) {
      row.put("task", task);
      row.put("path", node.path().value());
      row.put("store", store);
    }
    return unchecked(row);
  }

  private static Map<String, Object> dependency(String task, NodeRecord node) {
    return Map.of(
        "id",
        nodeId(task, node.path()),
        "dependsOn",
        node.plan().dependsOn().stream().map(path -> nodeId(task, path)).toList());
  }

  /** When money is to be given back that is held for workers that lost their node. */
  private static @Nullable Instant moneyDue(TaskLedger ledger) {
    return ledger.record().reservations().stream()
        .filter(held -> !isHeld(ledger, held))
        .map(Reservation::until)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static boolean isHeld(TaskLedger ledger, Reservation held) {
    var node = ledger.nodes().get(held.node());
    return node != null
        && node.progress().held()
        && node.progress().attempt() == held.attempt()
        && node.progress().epoch() == held.epoch();
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** The driver takes null for "no such property". */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> unchecked(Map<String, @Nullable Object> row) {
    return (Map<String, Object>) (Map<?, ?>) row;
  }
}
