package dev.taskmaster.models;

import java.math.BigDecimal;

/**
 * What a call consumed.
 *
 * @param estimated true where the provider did not say and we counted
 */
public record Usage(
    long inputTokens, long outputTokens, boolean estimated, BigDecimal amount, String currency) {

  public Usage {
    if (inputTokens < 0 || outputTokens < 0 || amount.signum() < 0) {
      throw new IllegalArgumentException("usage cannot be negative");
    }
  }

  /** Tokens at a price. */
  public static Usage priced(
      long inputTokens, long outputTokens, boolean estimated, Price price, String currency) {
    return new Usage(
        inputTokens, outputTokens, estimated, price.cost(inputTokens, outputTokens), currency);
  }
}
