package dev.taskmaster.planner.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.planner.disaggregation.PlannerLimits;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerConfigTest {
  private static final Map<String, String> SURROUNDINGS =
      Map.of(
          "taskmaster.planner.graph-store-url", "http://127.0.0.1:1",
          "taskmaster.planner.prompts-url", "http://127.0.0.1:2",
          "taskmaster.planner.kafka", "127.0.0.1:3",
          "taskmaster.planner.blobs-dir", "blobs",
          "taskmaster.planner.exchange-dir", "exchange");

  @Test
  void theDefaultsAreTheStandardLimits() {
    var config = config(Map.of());

    assertThat(config.limits()).isEqualTo(PlannerLimits.standard());
    assertThat(config.concurrency()).isEqualTo(4);
    assertThat(config.graphStoreUrl()).isEqualTo(URI.create("http://127.0.0.1:1"));
  }

  @Test
  void everyLimitCanBeSet() {
    var config =
        config(
            Map.of(
                "taskmaster.planner.small-project", "1",
                "taskmaster.planner.largest-file", "2",
                "taskmaster.planner.manifest", "3",
                "taskmaster.planner.contexts", "4",
                "taskmaster.planner.reuse-threshold", "0.5",
                "taskmaster.planner.depth", "6",
                "taskmaster.planner.most-steps", "7",
                "taskmaster.planner.most-contexts", "8"));

    assertThat(config.limits()).isEqualTo(new PlannerLimits(1, 2, 3, 4, 0.5, 6, 7, 8));
  }

  private static PlannerConfig config(Map<String, String> said) {
    var builder = new SmallRyeConfigBuilder().withMapping(PlannerConfig.class);
    SURROUNDINGS.forEach(builder::withDefaultValue);
    said.forEach(builder::withDefaultValue);
    return builder.build().getConfigMapping(PlannerConfig.class);
  }
}
