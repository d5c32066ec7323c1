package dev.taskmaster.graphstore.adapter;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Gives the service under test topics and rows of its own on the real broker and database. */
public class RealStack implements QuarkusTestResourceLifecycleManager {
  private StoreUnderTest store;

  @Override
  public Map<String, String> start() {
    try {
      store = new StoreUnderTest(Files.createTempDirectory("graph-store-blobs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the broker and database could not be prepared", e);
    }
    var config = new HashMap<String, String>();
    config.put("quarkus.http.test-port", "0");
    config.put(
        "quarkus.neo4j.uri",
        dev.taskmaster.localstack.testing.BrokerAndDatabase.shared().boltUri().toString());
    config.put("quarkus.neo4j.authentication.disabled", "true");
    config.put("taskmaster.graph-store.bootstrap-servers", store.bootstrap);
    config.put("taskmaster.graph-store.blobs-dir", store.blobsFolder.toString());
    config.put("taskmaster.graph-store.name", store.name);
    config.put("taskmaster.graph-store.topic-prefix", store.prefix);
    return config;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(store, field -> field.getType().equals(StoreUnderTest.class));
  }

  @Override
  public void stop() {
    try {
      store.close();
    } catch (Exception e) {
      throw new IllegalStateException("the test's topics and rows could not be removed", e);
    }
  }
}
