package dev.taskmaster.prompts.adapter;

import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the service at the real database of this build. */
public final class SharedDatabase implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.neo4j.uri", BrokerAndDatabase.shared().boltUri().toString(),
        "quarkus.neo4j.authentication.disabled", "true",
        "quarkus.http.test-port", "0");
  }

  @Override
  public void stop() {}
}
