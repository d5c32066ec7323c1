package dev.taskmaster.localstack.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of a one-node installation. */
final class LocalTopics {
  private static final long TIMEOUT_SECONDS = 60;
  private static final short REPLICAS = 1;

  private LocalTopics() {}

  /** A topic from {@code name=partitions}. */
  static NewTopic parse(String argument) {
    int split = argument.lastIndexOf('=');
    if (split < 1) {
      throw new IllegalArgumentException("not name=partitions: " + argument);
    }
    return new NewTopic(
        argument.substring(0, split), Integer.parseInt(argument.substring(split + 1)), REPLICAS);
  }

  /** Creates those of {@code topics} that do not exist; those that do stay as they are. */
  static void createMissing(String bootstrapServers, Collection<NewTopic> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var admin = Admin.create(settings)) {
      var existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      var missing = topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
  }
}
