package dev.taskmaster.worker.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.EventTypes;
import dev.taskmaster.events.NodeEvent.NodeSucceeded;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.Topics;
import dev.taskmaster.worker.Backoff;
import dev.taskmaster.worker.Ceilings;
import dev.taskmaster.worker.CrashPoints;
import dev.taskmaster.worker.Lane;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.NodeWork;
import dev.taskmaster.worker.WorkLoop;
import dev.taskmaster.worker.WorkTimes;
import dev.taskmaster.worker.testing.FakeGraphStore;
import dev.taskmaster.worker.testing.Orders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The feed of a lane, turn by turn, on Kafka's own stand-in for a broker. */
@Timeout(60)
class KafkaLaneTest {
  private static final String TOPIC = Topics.ofLane("tool");
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final NodeOutcome DONE =
      new NodeOutcome.Done(
          new NodeResult.Text(new dev.taskmaster.events.BlobRef("a".repeat(64), 3)));

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final KafkaResults results = new KafkaResults(producer, "executor");
  private FakeGraphStore store;
  private RestGraphStore client;
  private WorkLoop loop;
  private long offset;

  @BeforeEach
  void open() throws Exception {
    store = new FakeGraphStore();
    client = new RestGraphStore(store.base());
    loop =
        new WorkLoop(
                "worker-1",
                client,
                results,
                CrashPoints.of("executor", Map.of()),
                WorkTimes.standard())
            .start();
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
  }

  @AfterEach
  void close() {
    loop.close();
    client.close();
    store.close();
  }

  private KafkaLane feed(Lane lane) {
    var backoff = new Backoff(Duration.ofNanos(1), Duration.ofNanos(2), new Random(1));
    return new KafkaLane(TOPIC, lane, () -> consumer, results, backoff);
  }

  private Lane lane(int concurrency, NodeWork work) {
    return loop.lane("tool", concurrency, Ceilings.NONE, work);
  }

  private void dispatch(String node) {
    var order = Orders.of(NodeKind.COMMAND).node(node).build();
    store.offer(order);
    arrive("node.dispatched", EventJson.write(Orders.dispatchOf(order, "tool").event()));
  }

  private void arrive(String type, byte[] value) {
    var record = new ConsumerRecord<>(TOPIC, 0, offset++, "key", value);
    record.headers().add(CloudEvents.TYPE, type.getBytes(StandardCharsets.UTF_8));
    record.headers().add(CloudEvents.TRACE, "00-trace".getBytes(StandardCharsets.UTF_8));
    consumer.addRecord(record);
  }

  private long committed() {
    var committed = consumer.committed(java.util.Set.of(PARTITION)).get(PARTITION);
    return committed == null ? 0 : committed.offset();
  }

  private List<ProducerRecord<String, byte[]>> sent(String topic) {
    return producer.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  @Test
  void recordsAreCommittedWhenTheirClaimIsDecidedNotWhenTheWorkIsDone() throws Exception {
    dispatch("/Task/A");
    var release = new CountDownLatch(1);
    var feed =
        feed(
            lane(
                2,
                (order, attempt) -> {
                  release.await();
                  return DONE;
                }));

    feed.turn(consumer);

    assertThat(committed()).isEqualTo(1);
    assertThat(sent(Topics.RESULTS)).isEmpty();
    release.countDown();
  }

  @Test
  void whatComesTogetherIsClaimedTogether() throws Exception {
    dispatch("/Task/A");
    dispatch("/Task/B");

    feed(lane(4, (order, attempt) -> DONE)).turn(consumer);

    assertThat(store.claims().take().claims()).hasSize(2);
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void aLaneWithoutRoomLeavesRecordsOnTheTopic() throws Exception {
    dispatch("/Task/A");
    dispatch("/Task/B");
    var release = new CountDownLatch(1);
    var lane =
        lane(
            1,
            (order, attempt) -> {
              release.await();
              return DONE;
            });
    var feed = feed(lane);

    feed.turn(consumer);
    assertThat(committed()).isEqualTo(1);

    feed.turn(consumer);
    assertThat(consumer.paused()).containsExactly(PARTITION);
    assertThat(committed()).isEqualTo(1);
    var freed = new CountDownLatch(1);
    lane.onFree(freed::countDown);
    release.countDown();
    freed.await();
    feed.turn(consumer);
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void whileTheStoreIsAwayRecordsStayAndAreOfferedAgain() throws Exception {
    dispatch("/Task/A");
    store.failClaimsWith(503);
    var feed = feed(lane(2, (order, attempt) -> DONE));

    feed.turn(consumer);
    assertThat(committed()).isZero();

    store.failClaimsWith(0);
    feed.turn(consumer);
    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void whatIsHeldOfAPartitionThatGoesToAnotherWorkerIsLeftToThatOne() throws Exception {
    var subscribed = new MockConsumer<String, byte[]>("earliest");
    subscribed.updateBeginningOffsets(Map.of(PARTITION, 0L));
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var lane =
        lane(
            1,
            (order, attempt) -> {
              begun.countDown();
              release.await();
              return DONE;
            });
    var idle = new CountDownLatch(1);
    subscribed.schedulePollTask(() -> subscribed.rebalance(List.of(PARTITION)));
    subscribed.schedulePollTask(
        () -> List.of("/Task/A", "/Task/B").forEach(node -> subscribed.addRecord(record(node))));
    subscribed.schedulePollTask(
        () -> {
          await(begun);
          subscribed.rebalance(List.of());
        });
    subscribed.schedulePollTask(
        () -> {
          release.countDown();
          while (lane.busy() > 0) {
            Thread.onSpinWait();
          }
        });
    subscribed.schedulePollTask(() -> {});
    subscribed.schedulePollTask(idle::countDown);

    var feed =
        new KafkaLane(
                TOPIC,
                lane,
                () -> subscribed,
                results,
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)))
            .start();
    idle.await();
    feed.close();

    assertThat(store.claims()).as("claims").hasSize(1);
    assertThat(sent(Topics.RESULTS)).hasSize(1);
  }

  @Test
  void aConsumerThatFailsIsReplaced() throws Exception {
    var broken = new MockConsumer<String, byte[]>("earliest");
    broken.setPollException(new org.apache.kafka.common.KafkaException("out of order"));
    var working = new MockConsumer<String, byte[]>("earliest");
    working.updateBeginningOffsets(Map.of(PARTITION, 0L));
    working.schedulePollTask(() -> working.rebalance(List.of(PARTITION)));
    working.schedulePollTask(() -> working.addRecord(record("/Task/A")));
    var consumers = new java.util.ArrayDeque<>(List.of(broken, working));
    var worked = new CountDownLatch(1);
    var lane =
        lane(
            1,
            (order, attempt) -> {
              worked.countDown();
              return DONE;
            });

    var feed =
        new KafkaLane(
                TOPIC,
                lane,
                consumers::poll,
                results,
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)))
            .start();

    worked.await();
    assertThat(broken.closed()).isTrue();
    assertThat(feed.healthy()).isTrue();
    feed.close();
    assertThat(feed.healthy()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ConsumerRecord<String, byte[]> record(String node) {
    var order = Orders.of(NodeKind.COMMAND).node(node).build();
    store.offer(order);
    var value = EventJson.write(Orders.dispatchOf(order, "tool").event());
    var record = new ConsumerRecord<>(TOPIC, 0, offset++, "key", value);
    record.headers().add(CloudEvents.TYPE, "node.dispatched".getBytes(StandardCharsets.UTF_8));
    return record;
  }

  @Test
  void aPoisonRecordIsKeptWithItsBytesAndTheReasonAndTheRestGoesOn() throws Exception {
    var poison = "{\"task\":".getBytes(StandardCharsets.UTF_8);
    arrive("node.dispatched", poison);
    arrive("node.unheard-of", new byte[] {1, 2});
    dispatch("/Task/A");
    var worked = new CountDownLatch(1);

    feed(lane(
            4,
            (order, attempt) -> {
              worked.countDown();
              return DONE;
            }))
        .turn(consumer);

    worked.await();
    var letters = sent(Topics.deadLetters(TOPIC, "executor"));
    assertThat(letters).hasSize(2);
    assertThat(letters.getFirst().value()).isEqualTo(poison);
    assertThat(CloudEvents.value(letters.getFirst().headers(), "dlq-reason"))
        .contains("node.dispatched");
    assertThat(CloudEvents.value(letters.getLast().headers(), "dlq-reason"))
        .contains("node.unheard-of");
    assertThat(committed()).isEqualTo(3);
  }

  @Test
  void aDispatchTheStoreRefusesIsPutAside() {
    dispatch("/Task/A");
    dispatch("/Task/B");
    store.failClaimsWith(400);

    feed(lane(4, (order, attempt) -> DONE)).turn(consumer);

    assertThat(sent(Topics.deadLetters(TOPIC, "executor"))).hasSize(2);
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void aResultCarriesTheHeadersOfACloudEvent() throws Exception {
    var order = Orders.of(NodeKind.COMMAND).build();
    var dispatched = Orders.dispatchOf(order, "tool");
    var done = new CountDownLatch(1);
    store.offer(order);
    var lane = lane(1, (o, attempt) -> DONE);
    lane.onFree(done::countDown);

    lane.take(List.of(new dev.taskmaster.worker.Dispatch(dispatched.event(), "00-the-trace")));
    done.await();

    var record = sent(Topics.RESULTS).getFirst();
    assertThat(record.key()).isEqualTo(order.task().value());
    assertThat(CloudEvents.value(record.headers(), "ce_type")).isEqualTo("node.succeeded");
    assertThat(CloudEvents.value(record.headers(), "ce_specversion")).isEqualTo("1.0");
    assertThat(CloudEvents.value(record.headers(), "ce_id")).matches("[0-9a-f]{64}");
    assertThat(CloudEvents.value(record.headers(), "ce_source")).isEqualTo("/taskmaster/executor");
    assertThat(CloudEvents.value(record.headers(), "ce_causationid"))
        .isEqualTo(dispatched.event().dispatch().value());
    assertThat(CloudEvents.value(record.headers(), "traceparent")).isEqualTo("00-the-trace");
    assertThat(EventJson.read("node.succeeded", record.value())).isInstanceOf(NodeSucceeded.class);
    assertThat(EventTypes.named("node.dispatched")).contains(NodeDispatched.class);
  }
}
