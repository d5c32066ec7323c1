package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.graphstore.results.ResultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one input. Nothing of it has happened until it is stored.
 *
 * @param ledger the task afterwards, or null where there is no such task
 * @param texts new texts by their hash, to be kept before anything else
 * @param results results that may be found again
 * @param missing results that have to be looked up before the decision can be made: where there are
 *     any, the rest of the decision counts for nothing
 * @param grant the answer to a claim, or null
 * @param answer the answer to a heartbeat, or null
 * @param learned the graph of a task that ended well, or null
 */
public record Decision(
    @Nullable TaskLedger ledger,
    List<NodeDispatched> dispatches,
    List<JournalEvent> journal,
    List<Refusal> refusals,
    Map<String, String> texts,
    Map<ResultId, NodeResult> results,
    Set<ResultId> missing,
    ClaimReply.@Nullable Decision grant,
    Heartbeat.@Nullable Answer answer,
    @Nullable Learned learned) {

  public Decision {
    dispatches = List.copyOf(dispatches);
    journal = List.copyOf(journal);
    refusals = List.copyOf(refusals);
    texts = Map.copyOf(texts);
    results = Map.copyOf(results);
    missing = Set.copyOf(missing);
  }

  /** Something that was not accepted, kept with the reason. */
  public record Refusal(
      TaskId task, @Nullable NodePath node, Instant at, String what, String reason) {}

  /**
   * A graph worth finding again.
   *
   * @param hash of its text, which is among {@code texts}
   */
  public record Learned(
      String hash,
      String project,
      String description,
      List<String> tags,
      String outcome,
      int rounds,
      Instant at) {
    public Learned {
      tags = List.copyOf(tags);
    }
  }
}
