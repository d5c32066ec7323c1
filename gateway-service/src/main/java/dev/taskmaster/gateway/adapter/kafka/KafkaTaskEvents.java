package dev.taskmaster.gateway.adapter.kafka;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.TaskEvent;
import dev.taskmaster.events.Topics;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.gateway.tasks.TaskEvents;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes the wants of people, acknowledged by all replicas, in CloudEvents' binary mode. */
public final class KafkaTaskEvents implements TaskEvents, AutoCloseable {
  private static final int DELIVERY_MILLIS = 15_000;

  private final String servers;
  private final Producer<String, byte[]> producer;

  /**
   * @param servers where the broker is, {@code host:port}
   */
  public KafkaTaskEvents(String servers) {
    this.servers = servers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "gateway-tasks",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                DELIVERY_MILLIS,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                4L << 20),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @Override
  public void publish(TaskEvent event) {
    try {
      producer.send(toRecord(event)).get(DELIVERY_MILLIS + 5_000L, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw uncertain(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw uncertain(e);
    }
  }

  private static ProducerRecord<String, byte[]> toRecord(TaskEvent event) {
    var message = new ProducerRecord<>(Topics.TASKS, event.task().value(), EventJson.write(event));
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", UUID.randomUUID().toString());
    header(message, "ce_type", EventTypes.nameOf(event));
    header(message, "ce_source", "/taskmaster/gateway");
    header(message, "ce_time", event.at().toString());
    header(message, "traceparent", newTrace());
    header(message, "content-type", "application/json");
    return message;
  }

  private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** A trace that begins here, in the form of W3C Trace Context. */
  private static String newTrace() {
    var ids = new byte[24];
    ThreadLocalRandom.current().nextBytes(ids);
    var hex = HexFormat.of().formatHex(ids);
    return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
  }

  private Refusal uncertain(Exception cause) {
    return Refusal.unavailable(
        "Kafka at %s did not acknowledge in time, so it is not certain that this was taken on. See './taskmaster status'; repeat it with the same Idempotency-Key to be sure that it happens once."
            .formatted(servers),
        cause);
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(2));
  }
}
