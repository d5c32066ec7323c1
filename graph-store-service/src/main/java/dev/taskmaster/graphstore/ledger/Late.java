package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.views.NodeView.Run;
import java.util.ArrayList;
import java.util.List;

/** Reports that are not accepted. What they cost was spent all the same. */
final class Late {
  private Late() {}

  static void refuse(Draft draft, NodeEvent event, String reason) {
    var calls = calls(event);
    if (!calls.isEmpty() && isNews(draft, event)) {
      Budget.settle(draft, event.node(), event.attempt(), event.epoch(), calls);
      remember(draft, event, calls, reason);
    }
    Moves.refuse(draft, event.node(), EventTypes.nameOf(event), reason);
  }

  private static List<ModelCallRecord> calls(NodeEvent event) {
    return switch (event) {
      case NodeEvent.NodeSucceeded succeeded -> succeeded.calls();
      case NodeEvent.NodeFailed failed -> failed.calls();
      case NodeEvent.NodeWaiting waiting -> List.of();
    };
  }

  /** The same report may arrive twice; its money is counted once. */
  private static boolean isNews(Draft draft, NodeEvent event) {
    return draft
        .node(event.node())
        .filter(
            node ->
                event.attempt() <= node.progress().attempt()
                    && node.progress().runs().stream()
                        .noneMatch(
                            run -> run.attempt() == event.attempt() && !run.calls().isEmpty()))
        .isPresent();
  }

  private static void remember(
      Draft draft, NodeEvent event, List<ModelCallRecord> calls, String reason) {
    Moves.edit(
        draft,
        event.node(),
        edit -> {
          edit.amount = edit.amount.add(Spending.priceOf(calls));
          var runs = new ArrayList<>(edit.runs);
          runs.removeIf(run -> run.attempt() == event.attempt() && run.how().equals("superseded"));
          runs.add(
              new Run(
                  draft.round,
                  event.attempt(),
                  "superseded",
                  reason,
                  null,
                  null,
                  List.of(),
                  calls,
                  0));
          edit.runs = runs;
        });
  }
}
