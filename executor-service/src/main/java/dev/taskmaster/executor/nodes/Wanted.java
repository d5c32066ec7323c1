package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node must be told, and the failure where it was not. */
final class Wanted {
  private Wanted() {}

  /** The text of an opinion without which the node makes no sense. */
  static String text(WorkOrder order, String name) {
    return order
        .text(name)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new AttemptFailedException(
                    failed(
                        "%s has no %s; a %s node needs one"
                            .formatted(order.node(), name, order.kind().wireName()),
                        null),
                    null));
  }

  /** A failure that better inputs may avoid. */
  static NodeOutcome.Failed failed(String message, @Nullable String file) {
    var first = message.lines().findFirst().orElse(message);
    return new NodeOutcome.Failed(
        FaultKind.INPUT, message, List.of(new Finding("context", first, file, 0, "")));
  }
}
