package dev.taskmaster.localstack.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Money, times and amounts as people read them. */
public final class Words {
  private Words() {}

  /** An amount of money; small amounts keep the digits that say something. */
  public static String money(BigDecimal amount, String currency) {
    int digits = amount.abs().compareTo(BigDecimal.ONE) >= 0 ? 2 : 4;
    var number = amount.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return currency.equals("USD") ? "$" + number : number + " " + currency;
  }

  /** A span of time: {@code 0.4s}, {@code 12s}, {@code 3:05}, {@code 1:02:03}. */
  public static String span(Duration time) {
    long millis = Math.max(0, time.toMillis());
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.1fs", millis / 1000.0);
    }
    long seconds = millis / 1000;
    if (seconds < 60) {
      return seconds + "s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** A number of tokens: {@code 812}, {@code 9.1k}, {@code 1.2M}. */
  public static String tokens(long tokens) {
    if (tokens < 1000) {
      return Long.toString(tokens);
    }
    return tokens < 1_000_000
        ? String.format(Locale.ROOT, "%.1fk", tokens / 1000.0)
        : String.format(Locale.ROOT, "%.1fM", tokens / 1_000_000.0);
  }
}
