package dev.taskmaster.models;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a million tokens cost, in the catalogue's currency; exact, never rounded. */
public record Price(BigDecimal inPerMTok, BigDecimal outPerMTok) {

  /** Costs nothing. */
  public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  public Price {
    if (inPerMTok.signum() < 0 || outPerMTok.signum() < 0) {
      throw new IllegalArgumentException(
          "a price cannot be negative: " + inPerMTok + "/" + outPerMTok);
    }
  }

  /** A price from two decimal numbers. */
  public static Price of(String inPerMTok, String outPerMTok) {
    return new Price(new BigDecimal(inPerMTok), new BigDecimal(outPerMTok));
  }

  /** A price that is in each part the higher of the two. */
  public Price orHigher(Price other) {
    return new Price(inPerMTok.max(other.inPerMTok), outPerMTok.max(other.outPerMTok));
  }

  /** The exact cost of a call. */
  public BigDecimal cost(long inputTokens, long outputTokens) {
    BigDecimal micro =
        inPerMTok
            .multiply(BigDecimal.valueOf(inputTokens))
            .add(outPerMTok.multiply(BigDecimal.valueOf(outputTokens)));
    return plain(micro.movePointLeft(6));
  }

  /** How many output tokens an amount buys; {@link Long#MAX_VALUE} where output is free. */
  public long outputTokensFor(BigDecimal amount) {
    if (amount.signum() < 0) {
      return 0;
    }
    if (outPerMTok.signum() == 0) {
      return Long.MAX_VALUE;
    }
    return amount
        .movePointRight(6)
        .divide(outPerMTok, 0, RoundingMode.DOWN)
        .min(BigDecimal.valueOf(Long.MAX_VALUE))
        .longValue();
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
