package dev.taskmaster.worker.adapter;

import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.UnreadableEventException;
import dev.taskmaster.worker.Backoff;
import dev.taskmaster.worker.Dispatch;
import dev.taskmaster.worker.Lane;
import dev.taskmaster.worker.ResultsUnreachableException;
import dev.taskmaster.worker.StoreRefusedException;
import dev.taskmaster.worker.StoreUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a lane from its topic, on a thread of its own. Records are taken only while the lane has
 * room and are committed once their claim is decided; while the graph store cannot be reached they
 * wait, unacknowledged.
 */
public final class KafkaLane implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KafkaLane.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final String topic;
  private final Lane lane;
  private final Supplier<? extends Consumer<String, byte[]>> consumers;
  private final KafkaResults deadLetters;
  private final Backoff backoff;
  private final Thread thread;
  private final List<ConsumerRecord<String, byte[]>> held = new ArrayList<>();
  private volatile boolean closed;
  private volatile boolean waitsForRoom;
  private volatile @Nullable Consumer<String, byte[]> current;
  private volatile long lastTurn = System.nanoTime();
  private long notBefore = System.nanoTime();

  /**
   * @param consumers makes a consumer that commits nothing on its own; another one after a failure
   */
  public KafkaLane(
      String topic,
      Lane lane,
      Supplier<? extends Consumer<String, byte[]>> consumers,
      KafkaResults deadLetters,
      Backoff backoff) {
    this.topic = topic;
    this.lane = lane;
    this.consumers = consumers;
    this.deadLetters = deadLetters;
    this.backoff = backoff;
    this.thread = Thread.ofPlatform().name("lane " + lane.name()).daemon().unstarted(this::run);
    lane.onFree(this::roomAgain);
  }

  /** Begins to take dispatches. */
  public KafkaLane start() {
    thread.start();
    return this;
  }

  /** Whether the lane's thread lives and turns. */
  public boolean healthy() {
    return thread.isAlive() && System.nanoTime() - lastTurn < Duration.ofMinutes(2).toNanos();
  }

  /** Takes no more; returns when nothing is between the stream and the lane any more. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void roomAgain() {
    if (waitsForRoom) {
      wake();
    }
  }

  private void wake() {
    var consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private void run() {
    while (!closed) {
      try (var consumer = consumers.get()) {
        held.clear();
        consumer.subscribe(List.of(topic), new Departures());
        current = consumer;
        while (!closed) {
          turn(consumer);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.errorf(e, "consumer failed, another one is made lane=%s", lane.name());
          sleep(backoff.next());
        }
      } finally {
        current = null;
      }
    }
  }

  /** One poll, and as many claims as there is room for. */
  void turn(Consumer<String, byte[]> consumer) {
    lastTurn = System.nanoTime();
    try {
      consumer.poll(steer(consumer)).forEach(held::add);
      if (!held.isEmpty() && pauseLeft() <= 0) {
        takeHeld(consumer);
      }
    } catch (WakeupException e) {
      LOG.tracef("woken lane=%s", lane.name());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /**
   * Lets records come only when none is held and the lane has room; says how long to wait. Polling
   * goes on all the same, so that the group knows that this consumer lives.
   */
  private Duration steer(Consumer<String, byte[]> consumer) {
    // Set before the look, so that room made right after it is not missed.
    waitsForRoom = true;
    long pause = pauseLeft();
    boolean room = lane.free() > 0;
    if (held.isEmpty() && room && pause <= 0) {
      waitsForRoom = false;
      var ours = new ArrayList<>(consumer.paused());
      ours.retainAll(consumer.assignment());
      consumer.resume(ours);
      return POLL;
    }
    consumer.pause(consumer.assignment());
    if (pause > 0) {
      return Duration.ofNanos(Math.min(pause, POLL.toNanos()));
    }
    return room ? Duration.ZERO : POLL;
  }

  private long pauseLeft() {
    return notBefore - System.nanoTime();
  }

  /** Takes what there is room for; what is not taken stays held, unacknowledged. */
  private void takeHeld(Consumer<String, byte[]> consumer) throws InterruptedException {
    var records = List.copyOf(held.subList(0, Math.min(lane.free(), held.size())));
    if (records.isEmpty()) {
      return;
    }
    try {
      take(records);
      held.subList(0, records.size()).clear();
      backoff.reset();
    } catch (StoreUnreachableException | ResultsUnreachableException e) {
      var pause = backoff.next();
      notBefore = System.nanoTime() + pause.toNanos();
      LOG.warnf(
          "dispatches wait lane=%s millis=%d problem=%s",
          lane.name(), pause.toMillis(), e.getMessage());
      return;
    }
    commit(consumer, records);
  }

  /** Claims them together; where the store refuses the claim as such, one by one to find whose. */
  private void take(List<ConsumerRecord<String, byte[]>> records) throws InterruptedException {
    var dispatches = new LinkedHashMap<ConsumerRecord<String, byte[]>, Dispatch>();
    for (var record : records) {
      try {
        dispatches.put(record, read(record));
      } catch (UnusableRecord e) {
        LOG.warnf("dispatch put aside topic=%s offset=%d", record.topic(), record.offset());
        deadLetters.deadLetter(record, String.valueOf(e.getMessage()));
      }
    }
    try {
      lane.take(List.copyOf(dispatches.values()));
    } catch (StoreRefusedException refused) {
      takeSingly(dispatches, refused);
    }
  }

  private void takeSingly(
      Map<ConsumerRecord<String, byte[]>, Dispatch> dispatches, StoreRefusedException refused)
      throws InterruptedException {
    for (var entry : dispatches.entrySet()) {
      try {
        if (dispatches.size() == 1) {
          throw refused;
        }
        lane.take(List.of(entry.getValue()));
      } catch (StoreRefusedException e) {
        LOG.warnf(
            "dispatch put aside %s problem=%s", entry.getValue().event().node(), e.getMessage());
        deadLetters.deadLetter(entry.getKey(), String.valueOf(e.getMessage()));
      }
    }
  }

  private static Dispatch read(ConsumerRecord<String, byte[]> record) throws UnusableRecord {
    var type = CloudEvents.value(record.headers(), CloudEvents.TYPE);
    var value = record.value() == null ? new byte[0] : record.value();
    try {
      var event = EventJson.read(type == null ? "(none)" : type, value);
      if (event instanceof NodeDispatched dispatched) {
        return new Dispatch(dispatched, CloudEvents.value(record.headers(), CloudEvents.TRACE));
      }
    } catch (UnreadableEventException e) {
      throw new UnusableRecord(String.valueOf(e.getMessage()));
    }
    throw new UnusableRecord("not a dispatch: " + type);
  }

  /** No dispatch that this version understands. */
  private static final class UnusableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableRecord(String reason) {
      super(reason, null, false, false);
    }
  }

  /** What is held of partitions that are now another consumer's is that one's to take. */
  private final class Departures implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      held.removeIf(record -> partitions.contains(partitionOf(record)));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.debugf("partitions assigned lane=%s partitions=%s", lane.name(), partitions);
    }
  }

  private void commit(
      Consumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> records) {
    var next = new LinkedHashMap<TopicPartition, OffsetAndMetadata>();
    for (var record : records) {
      next.put(partitionOf(record), new OffsetAndMetadata(record.offset() + 1));
    }
    try {
      consumer.commitSync(next);
    } catch (WakeupException e) {
      consumer.commitSync(next);
    } catch (KafkaException e) {
      // Delivered again, such a dispatch is denied: its claim has been decided.
      LOG.warnf("commit failed lane=%s problem=%s", lane.name(), e.getMessage());
    }
  }

  private static TopicPartition partitionOf(ConsumerRecord<String, byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
