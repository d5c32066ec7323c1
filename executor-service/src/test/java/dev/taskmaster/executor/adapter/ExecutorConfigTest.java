package dev.taskmaster.executor.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names of the settings and what they are when nobody sets them. */
class ExecutorConfigTest {

  private static ExecutorConfig config(Map<String, String> environment) throws IOException {
    var file = ExecutorConfigTest.class.getResource("/application.yaml");
    return new SmallRyeConfigBuilder()
        .withSources(new YamlConfigSource(file))
        .withSources(new PropertiesConfigSource(environment, "environment", 300))
        .addDefaultInterceptors()
        .withMapping(ExecutorConfig.class)
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(ExecutorConfig.class);
  }

  @Test
  void everythingHasADefault() throws IOException {
    var config = config(Map.of());

    assertThat(config.lanes()).containsOnlyKeys("tool", "economy", "standard", "premium");
    assertThat(config.lanes().values()).allSatisfy(at -> assertThat(at).isPositive());
    assertThat(config.kafka()).isEqualTo("127.0.0.1:9092");
    assertThat(config.graphStoreUrl()).isEqualTo(URI.create("http://127.0.0.1:8471"));
    assertThat(config.promptsUrl()).isEqualTo(URI.create("http://127.0.0.1:8472"));
    assertThat(config.unsafeHostExec()).isFalse();
  }

  @Test
  void theEnvironmentOfTheStackIsHeard() throws IOException {
    var config =
        config(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:1",
                "TASKMASTER_GRAPH_STORE_URL", "http://store:2",
                "TASKMASTER_PROMPTS_URL", "http://prompts:3",
                "TASKMASTER_BLOBS_DIR", "/data/b",
                "TASKMASTER_EXCHANGE_DIR", "/data/x",
                "TASKMASTER_WORK_DIR", "/data/w",
                "TASKMASTER_UNSAFE_HOST_EXEC", "true"));

    assertThat(config.kafka()).isEqualTo("kafka:1");
    assertThat(config.graphStoreUrl()).isEqualTo(URI.create("http://store:2"));
    assertThat(config.promptsUrl()).isEqualTo(URI.create("http://prompts:3"));
    assertThat(config.blobsDir()).isEqualTo(Path.of("/data/b"));
    assertThat(config.exchangeDir()).isEqualTo(Path.of("/data/x"));
    assertThat(config.workDir()).isEqualTo(Path.of("/data/w"));
    assertThat(config.unsafeHostExec()).isTrue();
  }

  @Test
  void aPodCanServeALaneOfItsOwn() throws IOException {
    var config =
        config(
            Map.of(
                "taskmaster.executor.lanes.gpu", "1",
                "taskmaster.executor.lanes.tool", "0",
                "taskmaster.executor.lanes.economy", "0",
                "taskmaster.executor.lanes.standard", "0",
                "taskmaster.executor.lanes.premium", "0"));

    assertThat(config.served()).containsExactly(Map.entry("gpu", 1));
  }
}
