package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.graphstore.taskgraph.InitialLayers;
import dev.taskmaster.graphstore.taskgraph.UnreadableLayerException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Takes a task on: its first layers, its first nodes. */
final class Submitting {
  private Submitting() {}

  static Decision accept(Surroundings around, TaskSubmitted submitted, Instant now) {
    var draft = new Draft(around, now, submitted, start(around, submitted));
    draft.journal.add(
        new JournalEvent.TaskAccepted(
            draft.task(),
            now,
            ++draft.seq,
            submitted.project().id(),
            submitted.description(),
            submitted.options()));
    var as = submitted.options().as();
    if (as != null && around.library().task(as).isEmpty()) {
      Endings.reject(
          draft,
          "there is no ready-made task '%s'; use one of %s"
              .formatted(as, String.join(", ", around.library().tasks())));
      return draft.decision();
    }
    try {
      for (var layer : InitialLayers.of(submitted, around.library())) {
        draft.layers = draft.layers.with(layer.ref(draft::keep));
      }
      draft.stale = true;
      Recompose.run(draft);
    } catch (UnreadableLayerException e) {
      Endings.reject(draft, String.valueOf(e.getMessage()));
    }
    if (draft.live()) {
      Moves.task(draft, TaskStep.PLAN_NEEDED, "accepted");
      Settle.run(draft);
    }
    return draft.decision();
  }

  private static TaskRecord start(Surroundings around, TaskSubmitted submitted) {
    var options = submitted.options();
    var project = submitted.project().budget();
    var budget = options.budget() != null ? options.budget() : project.amount();
    var rounds =
        options.rounds() != null
            ? options.rounds()
            : project.rounds() > 0 ? project.rounds() : around.policy().defaultRounds();
    return new TaskRecord(
        TaskState.SUBMITTED,
        around.epochBase(),
        1,
        0,
        budget,
        Math.max(1, rounds),
        Spending.NONE,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        null,
        List.of(),
        false,
        0,
        0,
        null,
        null);
  }
}
