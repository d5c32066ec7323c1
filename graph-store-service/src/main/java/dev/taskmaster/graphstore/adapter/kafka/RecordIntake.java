package dev.taskmaster.graphstore.adapter.kafka;

import dev.taskmaster.graphstore.adapter.writing.IncomingRecord;
import dev.taskmaster.graphstore.adapter.writing.Work;
import dev.taskmaster.graphstore.adapter.writing.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics on a thread of its own and hands every poll to the writer as it is. Positions
 * are the ledger's: when a partition is assigned, reading goes on where the ledger stands.
 */
public final class RecordIntake implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RecordIntake.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Settings settings;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Positions positions;
  private final Writer writer;
  private final Runnable onAssigned;
  private final Thread thread;
  private final Map<String, String> topicIds = new HashMap<>();
  private volatile boolean closed;
  private volatile boolean assigned;
  private volatile @Nullable Consumer<String, byte[]> current;

  /**
   * What is read.
   *
   * @param store prefix of the partitions' names in the ledger
   */
  public record Settings(String bootstrap, String store, List<String> topics) {}

  /**
   * @param onAssigned run whenever partitions came: another process may have left events unsent
   */
  public RecordIntake(
      Settings settings,
      Supplier<Consumer<String, byte[]>> consumers,
      Positions positions,
      Writer writer,
      Runnable onAssigned) {
    this.settings = settings;
    this.consumers = consumers;
    this.positions = positions;
    this.writer = writer;
    this.onAssigned = onAssigned;
    this.thread = Thread.ofPlatform().name("record intake").daemon().unstarted(this::run);
  }

  public RecordIntake start() {
    thread.start();
    return this;
  }

  /** Whether partitions were assigned and the thread lives. */
  public boolean ready() {
    return assigned && thread.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    var consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try (var consumer = consumers.get()) {
        current = consumer;
        consumer.subscribe(settings.topics(), new Seeking(consumer));
        while (!closed) {
          turn(consumer);
        }
      } catch (WakeupException e) {
        LOG.tracef("record intake woken closed=%s", closed);
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.warnf("record intake failed, it starts again problem=%s", e.getMessage());
          pause();
        }
      } finally {
        current = null;
      }
    }
  }

  private void turn(Consumer<String, byte[]> consumer) throws InterruptedException {
    var polled = consumer.poll(POLL);
    if (polled.isEmpty()) {
      return;
    }
    var works = new ArrayList<Work.Incoming>();
    polled.forEach(record -> works.add(new Work.Incoming(read(record), new CompletableFuture<>())));
    writer.add(works);
    try {
      CompletableFuture.allOf(
              works.stream().map(Work.Incoming::done).toArray(CompletableFuture[]::new))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("records were not stored and are read again", e.getCause());
    }
    commit(consumer, polled);
  }

  private IncomingRecord read(ConsumerRecord<String, byte[]> record) {
    var value = record.value();
    return new IncomingRecord(
        record.topic(),
        topicIds.getOrDefault(record.topic(), record.topic()),
        record.partition(),
        record.offset(),
        record.key(),
        header(record.headers(), "ce_type"),
        header(record.headers(), "ce_id"),
        value == null ? new byte[0] : value);
  }

  private static String header(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** Only for people and lag metrics; the ledger's positions count. */
  private static void commit(
      Consumer<String, byte[]> consumer, Iterable<ConsumerRecord<String, byte[]>> records) {
    var next = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var record : records) {
      next.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    consumer.commitAsync(
        next,
        (offsets, problem) -> {
          if (problem != null) {
            LOG.debugf("positions not shown in Kafka problem=%s", problem.getMessage());
          }
        });
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Goes to where the ledger stands. */
  private final class Seeking implements ConsumerRebalanceListener {
    private final Consumer<String, byte[]> consumer;

    Seeking(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      LOG.debugf("partitions revoked %s", partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.isEmpty()) {
        return;
      }
      learnTopicIds();
      var names = new HashMap<TopicPartition, String>();
      partitions.forEach(partition -> names.put(partition, name(partition)));
      var stored = positions.next(names.values());
      names.forEach(
          (partition, name) -> {
            var next = stored.get(name);
            if (next == null) {
              consumer.seekToBeginning(List.of(partition));
            } else {
              consumer.seek(partition, next);
            }
          });
      assigned = true;
      onAssigned.run();
      LOG.infof("records are read from partitions=%d", partitions.size());
    }

    private String name(TopicPartition partition) {
      var topicId = topicIds.getOrDefault(partition.topic(), partition.topic());
      return IncomingRecord.partitionId(settings.store(), topicId, partition.partition());
    }

    private void learnTopicIds() {
      try (var admin = KafkaClients.admin(settings.bootstrap())) {
        describe(admin);
      }
    }

    private void describe(Admin admin) {
      try {
        admin
            .describeTopics(settings.topics())
            .allTopicNames()
            .get()
            .forEach((name, topic) -> topicIds.put(name, topic.topicId().toString()));
      } catch (ExecutionException e) {
        throw new KafkaException("the ids of the topics cannot be learned", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaException("interrupted while learning the ids of the topics", e);
      }
    }
  }
}
