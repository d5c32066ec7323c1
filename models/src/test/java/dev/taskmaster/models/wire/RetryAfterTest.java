package dev.taskmaster.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void secondsAreRead() {
    assertThat(RetryAfter.parse(" 17 ", NOW)).contains(Duration.ofSeconds(17));
    assertThat(RetryAfter.parse("0.5", NOW)).contains(Duration.ofMillis(500));
  }

  @Test
  void anHttpDateIsRead() {
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 12:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void aDateThatHasPassedMeansNow() {
    assertThat(RetryAfter.parse("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void nobodyWaitsForYears() {
    assertThat(RetryAfter.parse("999999999", NOW)).contains(RetryAfter.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "Sunday"})
  void anythingElseIsNoTime(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }
}
