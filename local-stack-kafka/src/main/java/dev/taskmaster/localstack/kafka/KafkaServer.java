package dev.taskmaster.localstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.logging.LogManager;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller. Formats its log folder the first time, and says that it is
 * ready by writing a file once every topic exists.
 */
public final class KafkaServer {
  private static final int NODE_ID = 1;

  private KafkaServer() {}

  /**
   * Serves until the process is asked to end.
   *
   * @param args properties file, ready file, topics as {@code name=partitions} …
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: KafkaServer PROPERTIES READY_FILE [TOPIC=PARTITIONS]...");
      System.exit(2);
    }
    configureLogging();
    var properties = read(Path.of(args[0]));
    formatIfNew(properties);
    var server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
    server.startup();
    var bootstrap = properties.getProperty("advertised.listeners").replace("PLAINTEXT://", "");
    var topics = Arrays.stream(args).skip(2).map(LocalTopics::parse).toList();
    LocalTopics.createMissing(bootstrap, topics);
    Files.writeString(Path.of(args[1]), bootstrap);
    System.out.println("kafka serves on " + bootstrap);
    server.awaitShutdown();
  }

  private static void configureLogging() throws IOException {
    try (var settings = KafkaServer.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    }
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static void formatIfNew(Properties properties) throws Exception {
    var folder = properties.getProperty("log.dirs");
    if (Files.exists(Path.of(folder, "meta.properties"))) {
      return;
    }
    Files.createDirectories(Path.of(folder));
    new Formatter()
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName(properties.getProperty("controller.listener.names"))
        .setMetadataLogDirectory(folder)
        .setDirectories(List.of(folder))
        .run();
  }
}
