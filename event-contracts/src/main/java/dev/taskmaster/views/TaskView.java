package dev.taskmaster.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as people see it; {@code run --json} prints exactly this.
 *
 * @param branch set once committed
 * @param commit set once committed
 * @param reason why it ended so, or what it waits for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
    TaskId task,
    TaskState state,
    int rounds,
    @Nullable String branch,
    @Nullable String commit,
    @Nullable Outcome outcome,
    Nodes nodes,
    Cost cost,
    List<Correction> corrections,
    ProjectId project,
    String description,
    @Nullable String reason,
    List<Waiting> waiting,
    @Nullable Reuse reuse,
    Instant submittedAt,
    @Nullable Instant endedAt) {
  public TaskView {
    corrections = List.copyOf(corrections);
    waiting = List.copyOf(waiting);
  }

  /** How it ended: {@code commit}, {@code text} (with the text) or {@code artefact}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outcome(String kind, @Nullable String text) {}

  /** Nodes in the graph, attempts that were accepted, results found instead of made. */
  public record Nodes(int total, int executed, int cacheHits) {}

  /** What it cost; {@code recorded} tells how many calls came from a recording. */
  public record Cost(
      BigDecimal amount,
      String currency,
      long inputTokens,
      long outputTokens,
      boolean estimated,
      int calls,
      int recorded,
      Map<String, TierCost> byTier) {
    public Cost {
      byTier = Map.copyOf(byTier);
    }
  }

  /** The share of one tier. */
  public record TierCost(BigDecimal amount, int calls) {}

  /** A failure and the better input that followed. */
  public record Correction(
      int round,
      String failure,
      NodePath cause,
      String layer,
      List<String> changed,
      List<NodePath> reran,
      boolean fallback) {
    public Correction {
      changed = List.copyOf(changed);
      reran = List.copyOf(reran);
    }
  }

  /** A question to a person. */
  public record Waiting(NodePath node, String question, @Nullable String detail) {}

  /** Which earlier graph was looked at, how well it matched and whether it was used. */
  public record Reuse(String definition, double score, boolean used) {}
}
