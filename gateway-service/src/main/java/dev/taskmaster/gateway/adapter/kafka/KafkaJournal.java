package dev.taskmaster.gateway.adapter.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.InvalidIdException;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.Topics;
import dev.taskmaster.gateway.live.JournalFeed;
import dev.taskmaster.gateway.tasks.TaskStore.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal as it is written. It belongs to no group and keeps no position: what happened
 * before it came is in the store, and every gateway sees everything.
 */
public final class KafkaJournal implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KafkaJournal.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private final String servers;
  private final JournalFeed feed;
  private final Thread reader;
  private volatile boolean closed;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  /** Starts reading from {@code servers} into {@code feed}. */
  public KafkaJournal(String servers, JournalFeed feed) {
    this.servers = servers;
    this.feed = feed;
    this.reader = Thread.ofPlatform().daemon().name("journal-reader").start(this::readOn);
  }

  private void readOn() {
    while (!closed) {
      try (var opened = open()) {
        consumer = opened;
        read(opened);
      } catch (WakeupException e) {
        // Only close() wakes the reader up, and the loop ends then.
        continue;
      } catch (KafkaException e) {
        LOG.warnf(
            "journal not readable, trying again: broker=%s problem=%s", servers, e.getMessage());
        pause();
      } finally {
        consumer = null;
      }
    }
  }

  private void read(Consumer<String, byte[]> from) {
    List<TopicPartition> assigned = List.of();
    while (!closed) {
      // Partitions may be added while we read; asking costs nothing, the client keeps the answer.
      var partitions = partitions(from);
      if (!partitions.equals(assigned)) {
        from.assign(partitions);
        from.seekToEnd(partitions);
        partitions.forEach(from::position);
        assigned = partitions;
        LOG.infof("reading the journal: partitions=%d", partitions.size());
      }
      if (assigned.isEmpty()) {
        pause();
      } else {
        from.poll(POLL).forEach(this::take);
      }
    }
  }

  private static List<TopicPartition> partitions(Consumer<String, byte[]> from) {
    List<PartitionInfo> known = from.partitionsFor(Topics.JOURNAL, Duration.ofSeconds(10));
    return known.stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  /** A record that makes no sense is left out here: watchers see the hole and ask the store. */
  private void take(ConsumerRecord<String, byte[]> message) {
    try {
      var type = message.headers().lastHeader("ce_type");
      JsonNode event = EventJson.mapper().readTree(message.value());
      if (type == null || event == null || !event.path("seq").isNumber()) {
        LOG.warnf(
            "journal record left out: partition=%d offset=%d problem=no type or number",
            message.partition(), message.offset());
        return;
      }
      feed.arrived(
          new TaskId(event.path("task").asText()),
          new Entry(new String(type.value(), StandardCharsets.UTF_8), event));
    } catch (IOException | InvalidIdException e) {
      LOG.warnf(
          "journal record left out: partition=%d offset=%d problem=%s",
          message.partition(), message.offset(), e.getMessage());
    }
  }

  private Consumer<String, byte[]> open() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "gateway-journal",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "latest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    var reading = consumer;
    if (reading == null) {
      reader.interrupt();
    } else {
      reading.wakeup();
    }
    try {
      reader.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
