package dev.taskmaster.graphstore.adapter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.ClaimRequest.Claim;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.events.DispatchId;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.graphstore.adapter.StoreUnderTest;
import dev.taskmaster.graphstore.ledger.Input;
import dev.taskmaster.graphstore.ledger.Samples;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class WriterTest {
  private final Fake ledgers = new Fake();
  private final Broker broker = new Broker();
  private final Writer writer =
      new Writer(
          ledgers,
          new Outbox(broker, CrashPoints.none()),
          Clock.systemUTC(),
          RetryableException.class::isInstance,
          100);

  @AfterEach
  void stop() {
    writer.close();
  }

  private static Work.Incoming incoming(long offset) {
    return new Work.Incoming(
        new IncomingRecord("tasks", "id", 0, offset, "k", "t", "e", new byte[0]),
        new CompletableFuture<>());
  }

  @Test
  void aDatabaseThatIsAwayForAWhileLosesNothing() {
    ledgers.away.set(3);
    var work = incoming(0);
    writer.start().add(List.of(work));
    work.done().join();
    assertThat(ledgers.stored).containsExactly(0L);
    assertThat(ledgers.away.get()).isNegative();
  }

  @Test
  void onePoisonedRecordIsParkedAndTheOthersAreStoredInOrder() {
    ledgers.poison.add(3L);
    var works = new ArrayList<Work.Incoming>();
    for (long offset = 0; offset < 8; offset++) {
      works.add(incoming(offset));
    }
    writer.start().add(works);
    works.forEach(work -> work.done().join());
    assertThat(ledgers.stored).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 7L);
    assertThat(ledgers.parked).containsExactly(3L);
  }

  @Test
  void aClaimThatCannotBeDecidedTellsItsWorker() {
    var claim =
        new Claim(
            new DispatchId(Samples.hex(64, 1)),
            Samples.submitted().task(),
            new NodePath("/Task/Fix"),
            1,
            1,
            PriceCeiling.FREE);
    ledgers.refuseClaims = true;
    var work = new Work.Claiming(new Input.Asked("w", claim), new CompletableFuture<>());
    writer.start().add(List.of(work));
    assertThat(work.answer().handle((answer, problem) -> problem).join())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBrokerThatIsAwayForAWhileGetsEverythingInTheEnd() {
    broker.failing.set(2);
    writer.start().add(List.of(incoming(0), incoming(1)));
    StoreUnderTest.await("all are sent", () -> broker.arrived.size() >= 2);
    StoreUnderTest.await("all are marked", () -> ledgers.unsent.isEmpty());
    assertThat(new HashSet<>(broker.arrived)).containsExactlyInAnyOrder("event-0", "event-1");
  }

  @Test
  void whatAPredecessorLeftUnsentIsSentAtTheStart() {
    ledgers.unsent.add(event(77));
    writer.start();
    StoreUnderTest.await("it is sent", () -> broker.arrived.contains("event-77"));
    StoreUnderTest.await("it is marked", () -> ledgers.unsent.isEmpty());
    assertThat(broker.arrived).containsExactly("event-77");
  }

  private static Outgoing event(long number) {
    return new Outgoing("event-" + number, "topic", "key", "type", "{}", "now", null);
  }

  /** A store in memory that can be away, and that cannot decide some records. */
  private static final class Fake implements Ledgers {
    final AtomicInteger away = new AtomicInteger();
    final Set<Long> poison = new HashSet<>();
    final List<Long> stored = new CopyOnWriteArrayList<>();
    final List<Long> parked = new CopyOnWriteArrayList<>();
    final List<Outgoing> unsent = new CopyOnWriteArrayList<>();
    boolean refuseClaims;

    @Override
    public Stored store(List<Work> works, Collection<String> sent, Instant now) {
      if (away.getAndDecrement() > 0) {
        throw new ServiceUnavailableException("away");
      }
      var offsets = new ArrayList<Long>();
      var answers = new ArrayList<Runnable>();
      for (var work : works) {
        if (work instanceof Work.Incoming(var record, var done)) {
          if (poison.contains(record.offset())) {
            throw new IllegalArgumentException("cannot be decided");
          }
          offsets.add(record.offset());
          answers.add(() -> done.complete(null));
        } else if (refuseClaims) {
          throw new IllegalStateException("cannot be decided");
        }
      }
      stored.addAll(offsets);
      var events = offsets.stream().map(WriterTest::event).toList();
      unsent.addAll(events);
      unsent.removeIf(event -> sent.contains(event.id()));
      return new Stored(events, answers);
    }

    @Override
    public Stored park(IncomingRecord record, String reason, Instant now) {
      parked.add(record.offset());
      return new Stored(List.of(), List.of());
    }

    @Override
    public void putOff(Input.Due due, Instant until) {}

    @Override
    public List<Input.Due> due(Instant now, int limit) {
      return List.of();
    }

    @Override
    public List<Outgoing> unsent(int limit) {
      return unsent.stream().limit(limit).toList();
    }
  }

  private static final class Broker implements Publishing {
    final AtomicInteger failing = new AtomicInteger();
    final List<String> arrived = new CopyOnWriteArrayList<>();

    @Override
    public void send(Outgoing event, Runnable sent, Consumer<Exception> failed) {
      if (failing.getAndDecrement() > 0) {
        failed.accept(new IllegalStateException("away"));
      } else {
        arrived.add(event.id());
        sent.run();
      }
    }
  }
}
