package dev.taskmaster.planner.refinement;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.models.Tier;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which tier a node has now, and which is stronger. */
final class Tiers {
  private Tiers() {}

  /** The tier {@code node} worked with: its own, else the task's, else the usual one. */
  static Tier of(@Nullable NodeSketch node, WorkOrder order) {
    var authored = node == null ? "" : CorrectableNodes.text(node, "tier");
    var asked = order.options().tier();
    return named(authored).or(() -> named(asked == null ? "" : asked)).orElse(Tier.ECONOMY);
  }

  static Optional<Tier> named(String name) {
    return Arrays.stream(Tier.values()).filter(tier -> tier.wireName().equals(name)).findFirst();
  }
}
