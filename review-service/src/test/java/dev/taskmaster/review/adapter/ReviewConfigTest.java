package dev.taskmaster.review.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewConfigTest {
  private static final Map<String, String> SURROUNDINGS =
      Map.of(
          "taskmaster.review.graph-store-url", "http://127.0.0.1:1",
          "taskmaster.review.prompts-url", "http://127.0.0.1:2",
          "taskmaster.review.kafka", "127.0.0.1:3",
          "taskmaster.review.blobs-dir", "blobs",
          "taskmaster.review.exchange-dir", "exchange",
          "taskmaster.review.work-dir", "work");

  @Test
  void commandsAreBoundedAndSandboxedUnlessSomebodySaysOtherwise() {
    var config = config(Map.of());

    assertThat(config.unsafeHostExec()).isFalse();
    assertThat(config.commandLimit()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.outputLimit()).isEqualTo(1 << 20);
    assertThat(config.concurrency()).isEqualTo(2);
    assertThat(config.workDir()).isEqualTo(Path.of("work"));
  }

  @Test
  void everyBoundCanBeSet() {
    var config =
        config(
            Map.of(
                "taskmaster.review.unsafe-host-exec", "true",
                "taskmaster.review.command-limit", "PT30S",
                "taskmaster.review.output-limit", "4096",
                "taskmaster.review.concurrency", "1"));

    assertThat(config.unsafeHostExec()).isTrue();
    assertThat(config.commandLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.outputLimit()).isEqualTo(4096);
    assertThat(config.concurrency()).isEqualTo(1);
  }

  private static ReviewConfig config(Map<String, String> said) {
    var builder = new SmallRyeConfigBuilder().withMapping(ReviewConfig.class);
    SURROUNDINGS.forEach(builder::withDefaultValue);
    said.forEach(builder::withDefaultValue);
    return builder.build().getConfigMapping(ReviewConfig.class);
  }
}
