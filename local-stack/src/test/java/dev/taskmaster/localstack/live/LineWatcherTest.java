package dev.taskmaster.localstack.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LineWatcherTest {
  @Test
  void eachChangeThatMattersIsALine() {
    var text = new StringWriter();
    try (var watcher = new LineWatcher(new PrintWriter(text))) {
      Events.secondRound().all().forEach(watcher::happened);
    }

    assertThat(text.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
                1.0s  task planning
                3.0s  Plan done (1.2s, small (recorded), $0.0012)
                4.0s  Ctx_Money done (0.0s)
                5.0s  task refining
                6.0s  corrected after round 1: test: expected 8 but was 7; at fault /Task/Fix, round-2 says /Task/Fix.notes:r1; again: Fix, FixApply, Review
                7.0s  task executing (round 2)
                8.0s  Plan found: nothing it reads changed
                9.0s  Fix running (economy)
            """);
  }
}
