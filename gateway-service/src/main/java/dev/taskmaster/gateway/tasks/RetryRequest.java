package dev.taskmaster.gateway.tasks;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to go on with a task; null where nothing changes.
 *
 * @param budget a new limit
 * @param rounds a new limit
 * @param fresh nodes whose results are not to be used again
 * @param note said to the planner
 */
public record RetryRequest(
    @Nullable BigDecimal budget,
    @Nullable Integer rounds,
    @Nullable List<String> fresh,
    @Nullable String note) {
  /** Once more, with nothing changed. */
  public static RetryRequest unchanged() {
    return new RetryRequest(null, null, null, null);
  }
}
