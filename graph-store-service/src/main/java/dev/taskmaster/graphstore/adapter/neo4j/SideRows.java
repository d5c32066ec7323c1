package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.events.NodeResult;
import dev.taskmaster.graphstore.ledger.Decision;
import dev.taskmaster.graphstore.results.ResultId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.SimpleQueryRunner;

/** What decisions leave beside the tasks: results to find again, refusals, learned graphs. */
final class SideRows {
  private final SimpleQueryRunner tx;

  SideRows(SimpleQueryRunner tx) {
    this.tx = tx;
  }

  void write(List<Decision> decisions) {
    var results = new TreeMap<ResultId, NodeResult>();
    var refusals = new ArrayList<Map<String, Object>>();
    var definitions = new ArrayList<Map<String, Object>>();
    for (var decision : decisions) {
      results.putAll(decision.results());
      decision.refusals().forEach(refusal -> refusals.add(refusal(refusal)));
      var learned = decision.learned();
      if (learned != null) {
        definitions.add(definition(learned));
      }
    }
    var rows = new ArrayList<Map<String, Object>>();
    results.forEach(
        (id, result) ->
            rows.add(
                Map.of(
                    "id",
                    id.toString(),
                    "result",
                    LedgerJson.write(result),
                    "at",
                    System.currentTimeMillis())));
    Neo4jLedger.writeRows(tx, Cypher.WRITE_RESULTS, rows);
    Neo4jLedger.writeRows(tx, Cypher.WRITE_REFUSALS, refusals);
    Neo4jLedger.writeRows(tx, Cypher.WRITE_DEFINITIONS, definitions);
  }

  private static Map<String, Object> refusal(Decision.Refusal refusal) {
    var row = new HashMap<String, Object>();
    row.put("task", refusal.task().value());
    row.put("node", refusal.node() == null ? "" : refusal.node().value());
    row.put("at", refusal.at().toString());
    row.put("what", refusal.what());
    row.put("reason", refusal.reason());
    return row;
  }

  private static Map<String, Object> definition(Decision.Learned learned) {
    var row = new HashMap<String, Object>();
    row.put("id", learned.project() + "/" + learned.hash());
    row.put("hash", learned.hash());
    row.put("project", learned.project());
    row.put("description", learned.description());
    row.put("tags", learned.tags());
    row.put("words", String.join(" ", learned.tags()));
    row.put("outcome", learned.outcome());
    row.put("rounds", learned.rounds());
    row.put("at", learned.at().toString());
    return row;
  }
}
