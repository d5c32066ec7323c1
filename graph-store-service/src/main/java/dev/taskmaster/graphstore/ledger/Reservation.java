package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodePath;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money set aside for one attempt until its cost is known, or until its worker can no longer be
 * working.
 */
public record Reservation(
    NodePath node, int attempt, long epoch, BigDecimal amount, Instant until) {

  boolean isFor(NodePath otherNode, int otherAttempt, long otherEpoch) {
    return node.equals(otherNode) && attempt == otherAttempt && epoch == otherEpoch;
  }
}
