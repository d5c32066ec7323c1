package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Money: reserved at the worst case when a node is claimed, replaced by the cost when it is known.
 */
final class Budget {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final int BYTES_PER_TOKEN = 3;
  private static final int SHORTEST_REPLY = 256;

  private Budget() {}

  /** What is granted, or why nothing is. */
  sealed interface Answer {
    record Reserved(BigDecimal amount) implements Answer {}

    /** Others may still give back enough. */
    record Later() implements Answer {}

    record Never(String reason) implements Answer {}
  }

  static Answer ask(Draft draft, NodeRecord node, PriceCeiling ceiling) {
    if (!node.kind().callsModel()) {
      return new Answer.Reserved(BigDecimal.ZERO);
    }
    long input = inputBytes(draft, node) / BYTES_PER_TOKEN;
    var wanted =
        price(ceiling, input, ceiling.maxOutputTokens())
            .multiply(BigDecimal.valueOf(Math.max(1, ceiling.maxCalls())));
    if (wanted.signum() <= 0 || draft.budget == null) {
      return new Answer.Reserved(wanted.max(BigDecimal.ZERO));
    }
    var least = price(ceiling, input, Math.min(SHORTEST_REPLY, ceiling.maxOutputTokens()));
    var remaining = draft.budget.subtract(draft.spending.amount()).subtract(reserved(draft));
    if (remaining.signum() > 0 && remaining.compareTo(least) >= 0) {
      return new Answer.Reserved(wanted.min(remaining));
    }
    return reserved(draft).signum() > 0
        ? new Answer.Later()
        : new Answer.Never(
            "budget: %s of %s spent, %s needs at least %s more; raise it with retry --budget"
                .formatted(
                    plain(draft.spending.amount()),
                    plain(draft.budget),
                    node.path(),
                    plain(least)));
  }

  static BigDecimal reserved(Draft draft) {
    return draft.reservations.stream()
        .map(Reservation::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static boolean spent(Draft draft) {
    return draft.budget != null
        && draft.budget.signum() > 0
        && draft.spending.amount().compareTo(draft.budget) >= 0;
  }

  static void reserve(Draft draft, NodeRecord node, BigDecimal amount) {
    if (amount.signum() > 0) {
      draft.reservations.add(
          new Reservation(
              node.path(),
              node.progress().attempt(),
              node.progress().epoch(),
              amount,
              draft.now.plus(draft.policy().lease())));
    }
  }

  /** The attempt's cost is known: it takes the place of what was reserved for it. */
  static void settle(
      Draft draft, NodePath node, int attempt, long epoch, List<ModelCallRecord> calls) {
    draft.spending = draft.spending.plus(calls);
    giveBack(draft, node, attempt, epoch);
  }

  static void giveBack(Draft draft, NodePath node, int attempt, long epoch) {
    if (draft.reservations.removeIf(held -> held.isFor(node, attempt, epoch))) {
      wakeWaiting(draft);
    }
  }

  /** Nodes that were denied money may ask again. */
  static void wakeWaiting(Draft draft) {
    if (!draft.live()) {
      return;
    }
    draft.present().stream()
        .filter(node -> node.progress().awaitsBudget())
        .map(NodeRecord::path)
        .toList()
        .forEach(path -> Moves.dispatch(draft, path));
  }

  private static BigDecimal price(PriceCeiling ceiling, long inputTokens, long outputTokens) {
    return ceiling
        .inPerMTok()
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(ceiling.outPerMTok().multiply(BigDecimal.valueOf(outputTokens)))
        .divide(MILLION, 9, RoundingMode.CEILING);
  }

  private static long inputBytes(Draft draft, NodeRecord node) {
    long bytes = utf8(draft.graph().description());
    for (var opinion : node.plan().opinions().values()) {
      bytes += utf8(String.valueOf(opinion.value()));
    }
    for (var before : node.plan().dependsOn()) {
      bytes +=
          draft
              .node(before)
              .flatMap(dependency -> Optional.ofNullable(dependency.progress().result()))
              .map(Budget::size)
              .orElse(0L);
    }
    return bytes;
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long size(NodeResult result) {
    return switch (result) {
      case NodeResult.Text(BlobRef text) -> text.size();
      case NodeResult.Change(BlobRef diff) -> diff.size();
      case NodeResult.Layer layer -> layer.layer().size();
      case NodeResult.Verdict verdict -> verdict.log().size();
      case NodeResult.Tree tree -> 0L;
      case NodeResult.Delivery delivery -> 0L;
    };
  }

  static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
