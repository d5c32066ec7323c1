package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.events.NodeResult;
import dev.taskmaster.graphstore.ledger.Decide;
import dev.taskmaster.graphstore.ledger.Decision;
import dev.taskmaster.graphstore.ledger.Input;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import dev.taskmaster.graphstore.results.KnownResults;
import dev.taskmaster.graphstore.results.ResultId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides a batch of inputs one after the other. Where a decision needs to know earlier results,
 * those of the whole batch are looked up at once and the batch is decided again.
 */
final class BatchDecisions {
  private final Decide decide;
  private final Map<ResultId, NodeResult> found = new HashMap<>();
  private final Set<ResultId> looked = new HashSet<>();

  BatchDecisions(Decide decide) {
    this.decide = decide;
  }

  /**
   * The decisions, in the order of the inputs.
   *
   * @param lookUp finds those of the results that exist
   */
  List<Decision> decide(
      Map<String, TaskLedger> ledgers,
      List<Input> inputs,
      Instant now,
      Function<Set<ResultId>, Map<ResultId, NodeResult>> lookUp) {
    while (true) {
      var missing = new TreeSet<ResultId>();
      var decisions = once(ledgers, inputs, now, missing);
      if (missing.isEmpty()) {
        return decisions;
      }
      found.putAll(lookUp.apply(missing));
      looked.addAll(missing);
    }
  }

  private List<Decision> once(
      Map<String, TaskLedger> ledgers, List<Input> inputs, Instant now, Set<ResultId> missing) {
    var current = new HashMap<>(ledgers);
    var made = new HashMap<ResultId, NodeResult>();
    var decider = decide.with(id -> find(id, made));
    var decisions = new ArrayList<Decision>();
    var waiting = new HashSet<String>();
    for (var input : inputs) {
      if (waiting.contains(input.task().value())) {
        continue;
      }
      @Nullable TaskLedger ledger = current.get(input.task().value());
      var decision = decider.decide(ledger, input, now);
      if (!decision.missing().isEmpty()) {
        missing.addAll(decision.missing());
        waiting.add(input.task().value());
      }
      made.putAll(decision.results());
      var after = decision.ledger();
      if (after != null) {
        current.put(input.task().value(), after);
      }
      decisions.add(decision);
    }
    return decisions;
  }

  private KnownResults.Answer find(ResultId id, Map<ResultId, NodeResult> made) {
    var result = made.getOrDefault(id, found.get(id));
    if (result != null) {
      return KnownResults.Answer.of(result);
    }
    return looked.contains(id) ? KnownResults.Answer.ABSENT : KnownResults.Answer.UNKNOWN;
  }
}
