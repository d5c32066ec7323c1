package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.views.TaskView.TierCost;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the model calls of a task cost so far, whether their results were wanted or not. */
public record Spending(
    BigDecimal amount,
    String currency,
    long inputTokens,
    long outputTokens,
    boolean estimated,
    int calls,
    int recorded,
    Map<String, TierCost> byTier) {
  public static final Spending NONE =
      new Spending(BigDecimal.ZERO, "USD", 0, 0, false, 0, 0, Map.of());

  public Spending {
    byTier = Map.copyOf(byTier);
  }

  public Spending plus(List<ModelCallRecord> more) {
    var sum = this;
    for (var call : more) {
      sum = sum.plus(call);
    }
    return sum;
  }

  private Spending plus(ModelCallRecord call) {
    var tiers = new HashMap<>(byTier);
    tiers.merge(
        call.tier(),
        new TierCost(call.amount(), 1),
        (a, b) -> new TierCost(a.amount().add(b.amount()), a.calls() + b.calls()));
    return new Spending(
        amount.add(call.amount()),
        call.currency(),
        inputTokens + call.inputTokens(),
        outputTokens + call.outputTokens(),
        estimated || call.estimated(),
        calls + 1,
        recorded + (call.recorded() ? 1 : 0),
        tiers);
  }

  /** The price of these calls together. */
  public static BigDecimal priceOf(List<ModelCallRecord> calls) {
    return calls.stream().map(ModelCallRecord::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
