package dev.taskmaster.gateway;

import dev.taskmaster.events.Topics;
import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** What the gateway needs around it in tests: a real broker, and a graph store from memory. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
  public static Path folder;

  public static String kafka() {
    return BrokerAndDatabase.shared().bootstrapServers();
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("gateway");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    createTopics();
    return Map.of(
        "kafka.bootstrap.servers", kafka(),
        "taskmaster.graph-store-url", FakeStore.SHARED.uri().toString(),
        "taskmaster.prompts-url", FakeStore.SHARED.uri().toString(),
        "taskmaster.blobs-dir", folder.resolve("blobs").toString(),
        "taskmaster.exchange-dir", folder.resolve("exchange").toString(),
        "taskmaster.live.heartbeat", "300ms");
  }

  private static void createTopics() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
      for (var topic : List.of(Topics.TASKS, Topics.JOURNAL)) {
        create(admin, topic);
      }
    }
  }

  private static void create(Admin admin, String topic) {
    try {
      admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    // The broker is shared by the build, and the store by the tests of this module.
  }
}
