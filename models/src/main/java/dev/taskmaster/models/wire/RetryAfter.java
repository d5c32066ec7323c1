package dev.taskmaster.models.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or an HTTP date. */
public final class RetryAfter {

  /** Nobody waits longer than this because a header says so. */
  static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** How long to wait from now; empty where the value is neither form. */
  public static Optional<Duration> parse(String value, Instant now) {
    String text = value.strip();
    return seconds(text).or(() -> date(text, now)).map(RetryAfter::bounded);
  }

  private static Optional<Duration> seconds(String text) {
    // Some providers send fractions.
    return text.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)))
        : Optional.empty();
  }

  private static Optional<Duration> date(String text, Instant now) {
    try {
      ZonedDateTime at =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
      return Optional.of(Duration.between(now, at.toInstant()));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
