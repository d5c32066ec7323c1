package dev.taskmaster.graphstore.adapter;

import dev.taskmaster.blobs.FolderBlobs;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.Event;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.adapter.kafka.KafkaClients;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger.Names;
import dev.taskmaster.graphstore.adapter.service.GraphStore;
import dev.taskmaster.graphstore.ledger.Policy;
import dev.taskmaster.graphstore.ledger.TaskLedger;
import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** A store of its own, with topics of its own, on the real broker and database. */
public final class StoreUnderTest implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  public final String name =
      "gs-%d-%d-%d"
          .formatted(
              ProcessHandle.current().pid(), COUNT.incrementAndGet(), System.nanoTime() % 100_000);
  public final String prefix = name + ".";
  public final String bootstrap;
  public final Driver driver;
  public final FolderBlobs blobs;
  public final Path blobsFolder;
  private final Producer<String, byte[]> producer;
  private GraphStore store;

  public StoreUnderTest(Path folder) throws Exception {
    var stack = BrokerAndDatabase.shared();
    bootstrap = stack.bootstrapServers();
    driver = GraphDatabase.driver(stack.boltUri(), AuthTokens.none());
    blobsFolder = folder;
    blobs = new FolderBlobs(folder);
    producer = KafkaClients.producer(bootstrap, name + "-test");
    try (var admin = KafkaClients.admin(bootstrap)) {
      createTopics(admin);
    }
  }

  private void createTopics(Admin admin) throws Exception {
    var topics = new ArrayList<NewTopic>();
    Topics.all().forEach(topic -> topics.add(new NewTopic(prefix + topic, 1, (short) 1)));
    topics.add(
        new NewTopic(Topics.deadLetters(prefix + Topics.TASKS, "graph-store"), 1, (short) 1));
    topics.add(
        new NewTopic(Topics.deadLetters(prefix + Topics.RESULTS, "graph-store"), 1, (short) 1));
    var distinct =
        topics.stream().collect(Collectors.toMap(NewTopic::name, topic -> topic, (a, b) -> a));
    admin.createTopics(distinct.values()).all().get(30, TimeUnit.SECONDS);
  }

  public StoreUnderTest start() {
    return start(Policy.standard(), Map.of());
  }

  public StoreUnderTest start(Policy policy, Map<String, String> env) {
    store =
        GraphStore.start(
            new GraphStore.Parts(driver, bootstrap, blobsFolder, new Names(name, prefix), env),
            policy,
            500,
            1_000);
    return this;
  }

  public void stop() {
    if (store != null) {
      store.close();
    }
  }

  public GraphStore store() {
    return store;
  }

  public void send(String topic, Event event) {
    send(topic, EventTypes.nameOf(event), event.task().value(), EventJson.write(event));
  }

  public void send(String topic, String type, String key, byte[] value) {
    var record = new ProducerRecord<>(prefix + topic, key, value);
    record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    record.headers().add("ce_id", ("e-" + System.nanoTime()).getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(record).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the test's record was not taken", e);
    }
  }

  public TaskLedger task(String id) {
    return store.ledger().read(List.of(id)).get(id);
  }

  public BlobRef blob(String text) {
    var hash = blobs.put(text);
    return new BlobRef(hash.value(), text.getBytes(StandardCharsets.UTF_8).length);
  }

  /** All records of a topic so far. */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    var found = new ArrayList<ConsumerRecord<String, byte[]>>();
    try (var consumer = KafkaClients.consumer(bootstrap, name + "-look", 500)) {
      var partitions = List.of(new TopicPartition(prefix + topic, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().iterator().next();
      while (consumer.position(partitions.getFirst()) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  /** Waits for something that has to come true. */
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("did not come true within 30 s: " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() throws Exception {
    stop();
    producer.close();
    try (var admin = KafkaClients.admin(bootstrap)) {
      var own =
          admin.listTopics().names().get(20, TimeUnit.SECONDS).stream()
              .filter(topic -> topic.startsWith(prefix))
              .toList();
      admin.deleteTopics(own).all().get(20, TimeUnit.SECONDS);
    }
    driver
        .executableQuery("MATCH (n) WHERE n.store = $store OR n.id = $store DETACH DELETE n")
        .withParameters(Map.of("store", name))
        .execute();
    driver.close();
  }
}
