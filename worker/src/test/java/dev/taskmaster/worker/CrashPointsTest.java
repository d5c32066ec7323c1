package dev.taskmaster.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashPointsTest {
  private final AtomicInteger deaths = new AtomicInteger();

  private int deathsAt(String wanted, Path mark) {
    var points = new CrashPoints("executor", wanted, mark, deaths::incrementAndGet);
    points.reach(CrashPoints.AFTER_CLAIM, "llm-change");
    points.reach(CrashPoints.BEFORE_RESULT, "llm-change");
    points.reach(CrashPoints.AFTER_RESULT, "llm-change");
    return deaths.getAndSet(0);
  }

  @Test
  void nobodyDiesUnasked() {
    assertThat(deathsAt("", null)).isZero();
  }

  @Test
  void aPointIsNamedAloneOrWithServiceAndKind() {
    assertThat(deathsAt("before-result", null)).isEqualTo(1);
    assertThat(deathsAt("executor:after-claim", null)).isEqualTo(1);
    assertThat(deathsAt("executor:after-result:llm-change", null)).isEqualTo(1);
    assertThat(deathsAt("planner:after-claim", null)).isZero();
    assertThat(deathsAt("executor:after-claim:command", null)).isZero();
  }

  @Test
  void withAMarkOnlyTheFirstDies(@TempDir Path folder) {
    var mark = folder.resolve("mark");

    assertThat(deathsAt("after-claim", mark)).isEqualTo(1);
    assertThat(deathsAt("after-claim", mark)).isZero();
  }
}
