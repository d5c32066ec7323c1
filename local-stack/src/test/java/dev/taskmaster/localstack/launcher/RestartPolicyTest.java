package dev.taskmaster.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  @Test
  void aProcessThatKeepsDyingIsLeftAlone() {
    var policy = new RestartPolicy(true, now::get);
    for (int i = 0; i < 5; i++) {
      assertThat(policy.mayRestart("planner")).isTrue();
    }
    assertThat(policy.mayRestart("planner")).isFalse();
    assertThat(policy.mayRestart("executor")).isTrue();
  }

  @Test
  void oldRestartsAreForgiven() {
    var policy = new RestartPolicy(true, now::get);
    for (int i = 0; i < 20; i++) {
      assertThat(policy.mayRestart("planner")).isTrue();
      now.updateAndGet(then -> then.plus(Duration.ofMinutes(1)));
    }
  }

  @Test
  void nothingIsRestartedThatShouldNotBe() {
    assertThat(new RestartPolicy(false, now::get).mayRestart("planner")).isFalse();
  }
}
