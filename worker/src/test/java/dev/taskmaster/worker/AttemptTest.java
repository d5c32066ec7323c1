package dev.taskmaster.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.worker.testing.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private final Attempt attempt =
      new Attempt(
          Orders.of(NodeKind.LLM).reserved(new BigDecimal("0.10")).build(),
          "economy",
          Duration.ofSeconds(45));

  @Test
  void aHookAddedAfterTheStopRunsAtOnce() {
    attempt.stop(Attempt.Stop.UNWANTED);
    var ran = new AtomicInteger();

    attempt.onStop(ran::incrementAndGet);

    assertThat(ran).hasValue(1);
  }

  @Test
  void aHookTakenBackDoesNotRunAndAFailingOneDoesNotKeepOthersFromRunning() throws Exception {
    var removed = new AtomicInteger();
    var other = new CountDownLatch(1);
    attempt.onStop(removed::incrementAndGet).close();
    attempt.onStop(
        () -> {
          throw new IllegalStateException("a hook that fails");
        });
    attempt.onStop(other::countDown);

    attempt.stop(Attempt.Stop.UNWANTED);

    assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(removed).hasValue(0);
  }

  @Test
  void onlyTheFirstReasonToStopCounts() {
    attempt.stop(Attempt.Stop.LEASE_ENDING);
    attempt.stop(Attempt.Stop.SHUTDOWN);

    assertThat(attempt.stop()).contains(Attempt.Stop.LEASE_ENDING);
  }

  @Test
  void theMoneyLeftIsWhatWasGrantedMinusWhatWasSpentAndNeverNegative() {
    attempt.spent(call("0.04"));
    assertThat(attempt.moneyLeft()).isEqualByComparingTo("0.06");

    attempt.spent(call("0.09"));
    assertThat(attempt.moneyLeft()).isZero();
  }

  private static ModelCallRecord call(String amount) {
    var blob = new BlobRef("a".repeat(64), 1);
    return new ModelCallRecord(
        "m", "economy", blob, blob, 1, 1, new BigDecimal(amount), "USD", false, false, 1, null);
  }
}
