package dev.taskmaster.graphstore.adapter.service;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.blobs.FolderBlobs;
import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.adapter.composition.StageComposer;
import dev.taskmaster.graphstore.adapter.kafka.KafkaClients;
import dev.taskmaster.graphstore.adapter.kafka.KafkaPublishing;
import dev.taskmaster.graphstore.adapter.kafka.RecordIntake;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jLedger.Names;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jViews;
import dev.taskmaster.graphstore.adapter.neo4j.PassingFaults;
import dev.taskmaster.graphstore.adapter.neo4j.Schema;
import dev.taskmaster.graphstore.adapter.writing.CrashPoints;
import dev.taskmaster.graphstore.adapter.writing.Outbox;
import dev.taskmaster.graphstore.adapter.writing.Writer;
import dev.taskmaster.graphstore.ledger.Decide;
import dev.taskmaster.graphstore.ledger.Policy;
import dev.taskmaster.graphstore.ledger.Surroundings;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.graphstore.library.ShippedLibrary;
import dev.taskmaster.graphstore.results.KnownResults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.Producer;
import org.neo4j.driver.Driver;

/** The running store: its parts, put together and started. */
public final class GraphStore implements AutoCloseable {
  private final Writer writer;
  private final RecordIntake intake;
  private final Producer<String, byte[]> producer;
  private final Neo4jLedger ledger;
  private final Neo4jViews views;
  private final Texts texts;

  /**
   * What a store is made of.
   *
   * @param env the environment, for crash points only
   */
  public record Parts(
      Driver driver, String bootstrap, Path blobs, Names names, Map<String, String> env) {}

  private GraphStore(Parts parts, Policy policy, int batch, int cachedNodes) {
    var store = parts.names().store();
    Schema.ensure(parts.driver());
    Blobs blobs = new FolderBlobs(parts.blobs());
    texts = hash -> blobs.text(new BlobHash(hash));
    var crashPoints = CrashPoints.of(parts.env());
    var around =
        new Surroundings(
            policy,
            new StageComposer(texts),
            texts,
            new ShippedLibrary(),
            KnownResults.NONE,
            new SplittableRandom(),
            Neo4jLedger.open(parts.driver(), store, Instant.now()));
    ledger =
        new Neo4jLedger(
            parts.driver(), parts.names(), new Decide(around), blobs, crashPoints, cachedNodes);
    views = new Neo4jViews(parts.driver(), store);
    producer = KafkaClients.producer(parts.bootstrap(), store);
    var outbox = new Outbox(new KafkaPublishing(producer), crashPoints);
    writer = new Writer(ledger, outbox, Clock.systemUTC(), PassingFaults::isPassing, batch);
    var prefix = parts.names().topicPrefix();
    intake =
        new RecordIntake(
            new RecordIntake.Settings(
                parts.bootstrap(), store, List.of(prefix + Topics.TASKS, prefix + Topics.RESULTS)),
            () -> KafkaClients.consumer(parts.bootstrap(), store, batch),
            ledger::positions,
            writer,
            outbox::suspect);
  }

  /** Makes the schema and starts. The database must answer. */
  public static GraphStore start(Parts parts, Policy policy, int batch, int cachedNodes) {
    var store = new GraphStore(parts, policy, batch, cachedNodes);
    store.writer.start();
    store.intake.start();
    return store;
  }

  public Writer writer() {
    return writer;
  }

  public Neo4jLedger ledger() {
    return ledger;
  }

  public Neo4jViews views() {
    return views;
  }

  public Texts texts() {
    return texts;
  }

  public Producer<String, byte[]> producer() {
    return producer;
  }

  /** Whether records are being read and written. */
  public boolean ready() {
    return intake.ready() && writer.healthy();
  }

  @Override
  public void close() {
    intake.close();
    writer.close();
    producer.close(Duration.ofSeconds(5));
  }
}
