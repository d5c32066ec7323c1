package dev.taskmaster.models;

import java.math.BigDecimal;

/**
 * The most a call at a tier can cost, whichever of the tier's models serves it; a claim reserves
 * with it.
 */
public record PriceCeiling(
    BigDecimal inPerMTok,
    BigDecimal outPerMTok,
    int maxOutputTokens,
    int contextTokens,
    String currency) {

  /** The cost of one call that reads and writes as much as the figures given. */
  public BigDecimal worstCase(long inputTokens, long outputTokens) {
    return new Price(inPerMTok, outPerMTok).cost(inputTokens, outputTokens);
  }

  /** The cost of one call that fills the context and writes all it may. */
  public BigDecimal worstCase() {
    return worstCase(contextTokens, maxOutputTokens);
  }
}
