package dev.taskmaster.graphstore.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.taskgraph.LayerRef;
import dev.taskmaster.views.TaskView.Reuse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a task without its nodes.
 *
 * @param epoch raised whenever dispatches that are under way have to die
 * @param seq the number of the newest journal event
 * @param budget what it may spend, or null for no limit
 * @param rounds how many rounds it may take
 * @param opinions what its layers say on {@code /Task}
 * @param failures first lines of what ended each round, oldest first
 * @param failure what the present correction is about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskRecord(
    TaskState state,
    long epoch,
    int round,
    long seq,
    @Nullable BigDecimal budget,
    int rounds,
    Spending spending,
    List<Reservation> reservations,
    List<LayerRef> layers,
    Map<String, Opinion> opinions,
    List<String> failures,
    @Nullable FailureReport failure,
    List<Lesson> lessons,
    boolean planApproved,
    int executed,
    int cacheHits,
    @Nullable Reuse reuse,
    @Nullable Ending ending) {

  public TaskRecord {
    reservations = List.copyOf(reservations);
    layers = List.copyOf(layers);
    opinions = Map.copyOf(opinions);
    failures = List.copyOf(failures);
    lessons = List.copyOf(lessons);
  }

  /**
   * How it ended.
   *
   * @param kind {@code commit}, {@code text}, or empty where nothing came of it
   * @param text the text of an outcome that is one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Ending(
      Instant at,
      String reason,
      String kind,
      @Nullable BlobRef text,
      @Nullable String branch,
      @Nullable String commit) {}
}
