package dev.taskmaster.worker.adapter;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.NodeEvent;
import dev.taskmaster.events.Topics;
import dev.taskmaster.worker.Dispatch;
import dev.taskmaster.worker.Results;
import dev.taskmaster.worker.ResultsUnreachableException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Results and dead letters on Kafka, confirmed by all replicas before a method returns. */
public final class KafkaResults implements Results, AutoCloseable {
  private static final int LONGEST_REASON = 1_000;
  private static final long CONFIRMED_WITHIN_SECONDS = 60;

  private final Producer<String, byte[]> producer;
  private final String service;

  /**
   * @param producer idempotent and with {@code acks=all}; closed with this
   * @param service such as {@code executor}
   */
  public KafkaResults(Producer<String, byte[]> producer, String service) {
    this.producer = producer;
    this.service = service;
  }

  @Override
  public void publish(NodeEvent event, Dispatch cause) throws InterruptedException {
    var id =
        CloudEvents.idOf(
            event.task(),
            event.node(),
            event.attempt(),
            event.epoch(),
            event.worker(),
            EventTypes.nameOf(event));
    var headers =
        CloudEvents.headers(
            event,
            id,
            "/taskmaster/" + service,
            cause.event().dispatch().value(),
            cause.traceparent());
    send(
        new ProducerRecord<>(
            Topics.RESULTS, null, event.task().value(), EventJson.write(event), headers));
  }

  /** Keeps a record that cannot be used: its bytes, its headers and why. */
  void deadLetter(
      org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record, String reason)
      throws InterruptedException {
    var headers = new org.apache.kafka.common.header.internals.RecordHeaders(record.headers());
    CloudEvents.add(headers, "dlq-reason", bounded(reason));
    CloudEvents.add(headers, "dlq-topic", record.topic());
    CloudEvents.add(headers, "dlq-partition", Integer.toString(record.partition()));
    CloudEvents.add(headers, "dlq-offset", Long.toString(record.offset()));
    var topic = Topics.deadLetters(record.topic(), service);
    send(new ProducerRecord<>(topic, null, record.key(), record.value(), headers));
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
  }

  private void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
    try {
      producer.send(record).get(CONFIRMED_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      if (e instanceof org.apache.kafka.common.errors.InterruptException) {
        Thread.interrupted();
        throw new InterruptedException("interrupted while sending to " + record.topic());
      }
      throw new ResultsUnreachableException(
          "the broker did not confirm a record on %s: %s".formatted(record.topic(), e), e);
    }
  }

  private static String bounded(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }
}
