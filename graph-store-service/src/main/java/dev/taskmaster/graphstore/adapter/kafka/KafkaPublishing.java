package dev.taskmaster.graphstore.adapter.kafka;

import dev.taskmaster.graphstore.adapter.writing.Outgoing;
import dev.taskmaster.graphstore.adapter.writing.Publishing;
import dev.taskmaster.graphstore.results.Digest;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Events as Kafka records in CloudEvents' binary mode. */
public final class KafkaPublishing implements Publishing {
  private static final String SOURCE = "/taskmaster/graph-store";

  private final Producer<String, byte[]> producer;

  public KafkaPublishing(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void send(Outgoing event, Runnable sent, Consumer<Exception> failed) {
    var value = event.payload().getBytes(StandardCharsets.UTF_8);
    var record =
        new ProducerRecord<String, byte[]>(
            event.topic(), null, null, event.key(), value, headers(event));
    try {
      producer.send(
          record,
          (metadata, problem) -> {
            if (problem == null) {
              sent.run();
            } else {
              failed.accept(problem);
            }
          });
    } catch (KafkaException | IllegalStateException e) {
      failed.accept(e);
    }
  }

  /** A record that was put aside, as it was but for its trace. */
  public static ProducerRecord<String, byte[]> again(
      String topic, String key, String type, String id, byte[] value) {
    var headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", id);
    add(headers, "ce_type", type);
    add(headers, "ce_source", SOURCE + "/parked");
    add(headers, "content-type", "application/json");
    return new ProducerRecord<>(topic, null, null, key.isEmpty() ? null : key, value, headers);
  }

  static Headers headers(Outgoing event) {
    var headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id());
    add(headers, "ce_type", event.type());
    add(headers, "ce_source", SOURCE);
    add(headers, "ce_time", event.at());
    var cause = event.cause();
    if (cause != null && !cause.isEmpty()) {
      add(headers, "ce_causationid", cause);
    }
    add(headers, "traceparent", trace(event));
    add(headers, "content-type", "application/json");
    return headers;
  }

  /** One trace per task: its id gives the trace's. */
  private static String trace(Outgoing event) {
    int slash = event.key().indexOf('/');
    var task = slash < 0 ? event.key() : event.key().substring(0, slash);
    return "00-%s-%s-01"
        .formatted(Digest.of(task).substring(0, 32), Digest.of(event.id()).substring(0, 16));
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
