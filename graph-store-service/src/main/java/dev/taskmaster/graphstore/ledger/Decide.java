package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimReply.Denied;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskEvent;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.graphstore.ledger.Decision.Refusal;
import dev.taskmaster.graphstore.results.KnownResults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place where is decided what an input does to a task. Pure: the same task, input, time and
 * surroundings give the same decision, and nothing happens by deciding.
 */
public final class Decide {
  private final Surroundings around;

  public Decide(Surroundings around) {
    this.around = around;
  }

  /** These decisions, with other results known. */
  public Decide with(KnownResults known) {
    return new Decide(around.with(known));
  }

  /**
   * Decides.
   *
   * @param ledger the task as it is, or null where there is none of this id
   */
  public Decision decide(@Nullable TaskLedger ledger, Input input, Instant now) {
    if (ledger == null) {
      return input instanceof Input.Wanted(TaskSubmitted submitted)
          ? Submitting.accept(around, submitted, now)
          : unknown(input, now);
    }
    var draft = new Draft(around, now, ledger);
    switch (input) {
      case Input.Wanted(TaskEvent event) -> wanted(draft, event);
      case Input.Reported(var event) -> Reports.accept(draft, event);
      case Input.Asked(var worker, var claim) -> Claims.accept(draft, worker, claim);
      case Input.Beaten(var worker, var beat) -> Leases.beat(draft, worker, beat);
      case Input.Due(var task, var node) -> Leases.due(draft, node);
    }
    Settle.run(draft);
    return draft.decision();
  }

  private static void wanted(Draft draft, TaskEvent event) {
    switch (event) {
      case TaskSubmitted again ->
          Moves.refuse(draft, null, "task.submitted", "the task was accepted before");
      case TaskEvent.TaskAmended amended -> Amending.accept(draft, amended);
      case TaskEvent.TaskCancelled cancelled -> Endings.cancel(draft, cancelled.reason());
      case TaskEvent.AnswerGiven answer -> Answers.accept(draft, answer);
    }
  }

  private static Decision unknown(Input input, Instant now) {
    var what =
        switch (input) {
          case Input.Wanted(var event) -> event.getClass().getSimpleName();
          case Input.Reported(var event) -> event.getClass().getSimpleName();
          case Input.Asked asked -> "claim";
          case Input.Beaten beaten -> "heartbeat";
          case Input.Due due -> "timer";
        };
    @Nullable NodePath node = input instanceof Input.Reported(var event) ? event.node() : null;
    var reason = "there is no task " + input.task();
    var refusals =
        input instanceof Input.Wanted || input instanceof Input.Reported
            ? List.of(new Refusal(input.task(), node, now, what, reason))
            : List.<Refusal>of();
    return new Decision(
        null,
        List.of(),
        List.of(),
        refusals,
        Map.of(),
        Map.of(),
        Set.of(),
        input instanceof Input.Asked ? new Denied(reason) : null,
        input instanceof Input.Beaten ? new Heartbeat.Answer(true, reason) : null,
        null);
  }
}
