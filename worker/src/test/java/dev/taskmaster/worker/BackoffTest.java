package dev.taskmaster.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesGrowToTheMostAndStartSmallAfterSuccess() {
    long seed = new Random().nextLong();
    var backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(80), new Random(seed));

    for (long bound : new long[] {10, 20, 40, 80, 80, 80}) {
      assertThat(backoff.next())
          .as("seed %d", seed)
          .isPositive()
          .isLessThanOrEqualTo(Duration.ofMillis(bound));
    }
    backoff.reset();
    assertThat(backoff.next()).as("seed %d", seed).isLessThanOrEqualTo(Duration.ofMillis(10));
  }

  @Test
  void aPauseThatCannotGrowIsRefused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), new Random()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
