package dev.taskmaster.graphstore.adapter.neo4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks as they were last read or written. An entry counts only where the database says its version
 * is the present one, so it saves reading and decides nothing.
 */
final class LedgerCache {
  private final int mostNodes;
  private final Map<String, Versioned> entries = new LinkedHashMap<>(64, 0.75f, true);
  private int nodes;

  LedgerCache(int mostNodes) {
    this.mostNodes = mostNodes;
  }

  synchronized Optional<Versioned> get(String task, long version) {
    return Optional.ofNullable(entries.get(task)).filter(entry -> entry.version() == version);
  }

  synchronized void put(String task, Versioned entry) {
    var old = entries.put(task, entry);
    nodes += size(entry) - (old == null ? 0 : size(old));
    var oldest = entries.entrySet().iterator();
    while (nodes > mostNodes && entries.size() > 1 && oldest.hasNext()) {
      nodes -= size(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static int size(Versioned entry) {
    return 1 + entry.ledger().nodes().size();
  }
}
