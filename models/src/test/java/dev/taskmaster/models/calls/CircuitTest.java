package dev.taskmaster.models.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Optional<Duration> UNSAID = Optional.empty();

  private final Circuit circuit =
      new Circuit(new Circuit.Policy(3, Duration.ofSeconds(2), Duration.ofSeconds(10)));

  @Test
  void itStaysClosedUntilTheLastOfTheConsecutiveFailures() {
    fail(2, NOW);
    assertThat(circuit.enter(NOW)).isEmpty();

    fail(1, NOW);
    assertThat(circuit.enter(NOW)).contains(new Circuit.Refusal(false, 3, Duration.ofSeconds(2)));
  }

  @Test
  void anAnswerBetweenThemStartsTheCountAgain() {
    fail(2, NOW);
    circuit.answered();
    fail(2, NOW);

    assertThat(circuit.refuses(NOW)).isFalse();
  }

  @Test
  void whatSaysNothingAboutTheProviderDoesNotCount() {
    fail(2, NOW);
    circuit.inconclusive();
    fail(1, NOW);

    assertThat(circuit.refuses(NOW)).isTrue();
  }

  @Test
  void itStaysOpenForAsLongAsTheProviderAsks() {
    fail(2, NOW);
    circuit.failed(true, Optional.of(Duration.ofSeconds(40)), NOW);

    assertThat(circuit.enter(NOW.plusSeconds(30)))
        .contains(new Circuit.Refusal(true, 3, Duration.ofSeconds(10)));
    assertThat(circuit.enter(NOW.plusSeconds(40))).isEmpty();
  }

  @Test
  void whenItsTimeIsUpOneCallAtATimeMayTry() {
    fail(3, NOW);
    Instant later = NOW.plusSeconds(2);

    assertThat(circuit.enter(later)).isEmpty();
    assertThat(circuit.enter(later)).isPresent();
    circuit.inconclusive();
    assertThat(circuit.enter(later)).isEmpty();
  }

  @Test
  void everyFurtherFailureDoublesTheTimeUpToTheLongest() {
    fail(3, NOW);
    Instant at = NOW;
    for (int seconds : new int[] {2, 4, 8, 10, 10}) {
      assertThat(circuit.refuses(at.plusSeconds(seconds).minusMillis(1))).isTrue();
      at = at.plusSeconds(seconds);
      assertThat(circuit.enter(at)).isEmpty();
      fail(1, at);
    }
  }

  @Test
  void anAnswerOfTheOneThatTriesClosesIt() {
    fail(3, NOW);
    circuit.enter(NOW.plusSeconds(2));
    circuit.answered();

    assertThat(circuit.enter(NOW.plusSeconds(2))).isEmpty();
    assertThat(circuit.enter(NOW.plusSeconds(2))).isEmpty();
  }

  private void fail(int times, Instant at) {
    for (int i = 0; i < times; i++) {
      circuit.failed(false, UNSAID, at);
    }
  }
}
