package dev.taskmaster.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeEvent.NodeFailed;
import dev.taskmaster.events.NodeEvent.NodeSucceeded;
import dev.taskmaster.events.NodeEvent.NodeWaiting;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.worker.adapter.RestGraphStore;
import dev.taskmaster.worker.testing.CollectedResults;
import dev.taskmaster.worker.testing.FakeGraphStore;
import dev.taskmaster.worker.testing.Orders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop against a store behind real HTTP. */
@Timeout(60)
class WorkLoopTest {
  private static final BlobRef BLOB = new BlobRef("a".repeat(64), 3);
  private static final NodeOutcome DONE = new NodeOutcome.Done(new NodeResult.Text(BLOB));
  private static final WorkTimes TIMES =
      new WorkTimes(
          Duration.ofMillis(50),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofMillis(5),
          Duration.ofMillis(50));

  private final CollectedResults results = new CollectedResults();
  private FakeGraphStore store;
  private RestGraphStore client;
  private WorkLoop loop;

  @BeforeEach
  void open() throws Exception {
    store = new FakeGraphStore();
    client = new RestGraphStore(store.base());
    loop =
        new WorkLoop("worker-1", client, results, CrashPoints.of("executor", Map.of()), TIMES)
            .start();
  }

  @AfterEach
  void close() {
    loop.close();
    client.close();
    store.close();
  }

  private static WorkOrder order(String node) {
    return Orders.of(NodeKind.COMMAND).node(node).build();
  }

  private static Dispatch dispatch(String node) {
    return Orders.dispatchOf(order(node), "tool");
  }

  private Lane lane(NodeWork work) {
    return loop.lane("tool", 4, Ceilings.NONE, work);
  }

  @Test
  void manyDispatchesAreClaimedInOneCallAndEachGivesOneEvent() throws Exception {
    store.offer(order("/Task/A")).offer(order("/Task/B"));

    lane((order, attempt) -> DONE)
        .take(List.of(dispatch("/Task/A"), dispatch("/Task/B"), dispatch("/Task/Unknown")));

    var claim = store.claims().take();
    assertThat(claim.worker()).isEqualTo("worker-1");
    assertThat(claim.claims()).hasSize(3);
    assertThat(store.claims()).isEmpty();
    assertThat(List.of(results.next(), results.next()))
        .allSatisfy(event -> assertThat(event).isInstanceOf(NodeSucceeded.class))
        .extracting(event -> event.node().value())
        .containsExactlyInAnyOrder("/Task/A", "/Task/B");
    assertThat(results.isEmpty()).isTrue();
  }

  @Test
  void aDeniedClaimRunsNothingAndKeepsItsRoom() {
    var ran = new AtomicInteger();
    var lane =
        lane(
            (order, attempt) -> {
              ran.incrementAndGet();
              return DONE;
            });

    lane.take(List.of(dispatch("/Task/Unknown")));

    assertThat(ran).hasValue(0);
    assertThat(lane.free()).isEqualTo(4);
  }

  @Test
  void aDispatchThatComesTwiceIsWorkedOnOnce() throws Exception {
    store.offer(order("/Task/A"));
    var ran = new AtomicInteger();
    var release = new CountDownLatch(1);
    var lane =
        lane(
            (order, attempt) -> {
              ran.incrementAndGet();
              release.await();
              return DONE;
            });

    lane.take(List.of(dispatch("/Task/A"), dispatch("/Task/A")));
    lane.take(List.of(dispatch("/Task/A")));
    release.countDown();
    results.next();
    lane.take(List.of(dispatch("/Task/A")));

    assertThat(ran).hasValue(1);
    assertThat(store.claims()).as("claims sent").hasSize(1);
  }

  @Test
  void aLaneNeverRunsMoreThanItsRoom() throws Exception {
    store.offer(order("/Task/A")).offer(order("/Task/B"));
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var lane =
        loop.lane(
            "tool",
            1,
            Ceilings.NONE,
            (order, attempt) -> {
              begun.countDown();
              release.await();
              return DONE;
            });
    var freed = new CountDownLatch(1);
    lane.onFree(freed::countDown);

    lane.take(List.of(dispatch("/Task/A")));
    begun.await();

    assertThat(lane.free()).isZero();
    assertThat(lane.busy()).isEqualTo(1);
    assertThatThrownBy(() -> lane.take(List.of(dispatch("/Task/B"))))
        .hasMessageContaining("more than it has room for");
    release.countDown();
    freed.await();
    assertThat(lane.free()).isEqualTo(1);
  }

  @Test
  void anUnreachableStoreLeavesTheDispatchToBeOfferedAgain() throws Exception {
    store.offer(order("/Task/A"));
    store.failClaimsWith(503);
    var lane = lane((order, attempt) -> DONE);

    assertThatThrownBy(() -> lane.take(List.of(dispatch("/Task/A"))))
        .isInstanceOf(StoreUnreachableException.class)
        .hasMessageContaining("503");
    assertThat(lane.free()).isEqualTo(4);

    store.failClaimsWith(0);
    lane.take(List.of(dispatch("/Task/A")));
    assertThat(results.next()).isInstanceOf(NodeSucceeded.class);
  }

  @Test
  void aStoreThatIsNotThereIsUnreachable() throws Exception {
    store.close();

    assertThatThrownBy(() -> lane((order, attempt) -> DONE).take(List.of(dispatch("/Task/A"))))
        .isInstanceOf(StoreUnreachableException.class);
  }

  @Test
  void aStoreThatRefusesTheFormOfAClaimIsNotAskedForever() {
    store.failClaimsWith(400);

    assertThatThrownBy(() -> lane((order, attempt) -> DONE).take(List.of(dispatch("/Task/A"))))
        .isInstanceOf(StoreRefusedException.class);
  }

  @Test
  void oneHeartbeatTellsOfAllThatRun() throws Exception {
    store.offer(order("/Task/A")).offer(order("/Task/B"));
    var release = new CountDownLatch(1);
    lane((order, attempt) -> {
          release.await();
          return DONE;
        })
        .take(List.of(dispatch("/Task/A"), dispatch("/Task/B")));

    var beat = store.beats().take();
    release.countDown();

    assertThat(beat.worker()).isEqualTo("worker-1");
    assertThat(beat.beats())
        .extracting(one -> one.node().value())
        .containsExactlyInAnyOrder("/Task/A", "/Task/B");
  }

  @Test
  void heartbeatsKeepALeaseAliveThatIsShorterThanTheWork() throws Exception {
    store.leases(3_000).offer(order("/Task/A"));
    lane((order, attempt) -> {
          for (int i = 0; i < 80; i++) {
            store.beats().take();
          }
          return DONE;
        })
        .take(List.of(dispatch("/Task/A")));

    assertThat(results.next()).as("after 4 s of beats").isInstanceOf(NodeSucceeded.class);
  }

  @Test
  void stopInterruptsTheWorkRunsItsHooksAndPublishesNothing() throws Exception {
    store.offer(order("/Task/A"));
    var hook = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var lane =
        lane(
            (order, attempt) -> {
              attempt.onStop(hook::countDown);
              store.stop(new NodePath("/Task/A"));
              try {
                new SynchronousQueue<String>().take();
              } catch (InterruptedException e) {
                assertThat(attempt.stop()).contains(Attempt.Stop.UNWANTED);
                interrupted.countDown();
                throw e;
              }
              return DONE;
            });
    var freed = new CountDownLatch(1);
    lane.onFree(freed::countDown);

    lane.take(List.of(dispatch("/Task/A")));

    assertThat(hook.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    freed.await();
    assertThat(results.isEmpty()).isTrue();
  }

  @Test
  void whatAStoppedAttemptSpentIsStillTold() throws Exception {
    store.offer(order("/Task/A"));
    lane((order, attempt) -> {
          attempt.spent(call());
          store.stop(new NodePath("/Task/A"));
          return new SynchronousQueue<NodeOutcome>().take();
        })
        .take(List.of(dispatch("/Task/A")));

    assertThat(results.next())
        .isInstanceOfSatisfying(
            NodeFailed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.TRANSIENT);
              assertThat(failed.calls()).containsExactly(call());
            });
  }

  @Test
  void workIsStoppedBeforeItsLeaseEndsWhenTheStoreIsGone() throws Exception {
    store.leases(8_000).offer(order("/Task/A"));
    var stoppedWithLeaseLeft = new CountDownLatch(1);
    // Seconds between stop and end, so that a busy machine does not decide.
    var times =
        new WorkTimes(
            Duration.ofMillis(50),
            Duration.ofSeconds(7),
            Duration.ofMillis(300),
            Duration.ofMillis(5),
            Duration.ofMillis(50));
    var cautious =
        new WorkLoop("worker-2", client, results, CrashPoints.of("executor", Map.of()), times)
            .start();
    cautious
        .lane(
            "tool",
            1,
            Ceilings.NONE,
            (order, attempt) -> {
              store.failWith(503);
              try {
                return new SynchronousQueue<NodeOutcome>().take();
              } finally {
                if (attempt.stop().equals(java.util.Optional.of(Attempt.Stop.LEASE_ENDING))
                    && !attempt.leaseLeft().isZero()) {
                  stoppedWithLeaseLeft.countDown();
                }
              }
            })
        .take(List.of(dispatch("/Task/A")));

    assertThat(stoppedWithLeaseLeft.await(20, TimeUnit.SECONDS)).isTrue();
    cautious.close();
    assertThat(results.isEmpty()).isTrue();
  }

  @Test
  void anUnexpectedExceptionIsAFailureOfTheSystemWithItsCosts() throws Exception {
    store.offer(order("/Task/A"));
    lane((order, attempt) -> {
          attempt.spent(call());
          throw new IllegalStateException("the moon is full\nand more");
        })
        .take(List.of(dispatch("/Task/A")));

    assertThat(results.next())
        .isInstanceOfSatisfying(
            NodeFailed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.SYSTEM);
              assertThat(failed.message())
                  .contains("/Task/A", "IllegalStateException: the moon is full")
                  .doesNotContain("and more");
              assertThat(failed.calls()).containsExactly(call());
            });
  }

  @Test
  void everyOutcomeBecomesItsEvent() throws Exception {
    store.offer(order("/Task/Fails")).offer(order("/Task/Throws")).offer(order("/Task/Waits"));
    var lane =
        lane(
            (order, attempt) ->
                switch (order.node().name()) {
                  case "Fails" ->
                      new NodeOutcome.Failed(
                          FaultKind.PROVIDER, "busy", List.of(), Duration.ofSeconds(7), BLOB);
                  case "Throws" -> throw new AttemptFailedException(FaultKind.BUDGET, "too dear");
                  default -> new NodeOutcome.Waits("red or blue?", BLOB);
                });

    lane.take(List.of(dispatch("/Task/Fails")));
    assertThat(results.next())
        .isInstanceOfSatisfying(
            NodeFailed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.PROVIDER);
              assertThat(failed.retryAfterMillis()).isEqualTo(7_000);
              assertThat(failed.log()).isEqualTo(BLOB);
              assertThat(failed.worker()).isEqualTo("worker-1");
            });
    lane.take(List.of(dispatch("/Task/Throws")));
    assertThat(results.next())
        .isInstanceOfSatisfying(
            NodeFailed.class,
            failed -> {
              assertThat(failed.fault()).isEqualTo(FaultKind.BUDGET);
              assertThat(failed.message()).isEqualTo("too dear");
            });
    lane.take(List.of(dispatch("/Task/Waits")));
    assertThat(results.next())
        .isInstanceOfSatisfying(
            NodeWaiting.class,
            waiting -> {
              assertThat(waiting.question()).isEqualTo("red or blue?");
              assertThat(waiting.detail()).isEqualTo(BLOB);
            });
  }

  @Test
  void aResultIsPublishedAgainUntilTheBrokerTakesIt() throws Exception {
    store.offer(order("/Task/A"));
    results.failNext(5);

    lane((order, attempt) -> DONE).take(List.of(dispatch("/Task/A")));

    assertThat(results.next()).isInstanceOf(NodeSucceeded.class);
  }

  @Test
  void theEndOfTheProcessIsToldAsPassingTrouble() throws Exception {
    store.offer(order("/Task/A"));
    var begun = new CountDownLatch(1);
    lane((order, attempt) -> {
          begun.countDown();
          return new SynchronousQueue<NodeOutcome>().take();
        })
        .take(List.of(dispatch("/Task/A")));
    begun.await();

    loop.close();

    assertThat(results.next())
        .isInstanceOfSatisfying(
            NodeFailed.class, failed -> assertThat(failed.fault()).isEqualTo(FaultKind.TRANSIENT));
  }

  private static ModelCallRecord call() {
    return new ModelCallRecord(
        "small", "economy", BLOB, BLOB, 10, 5, BigDecimal.ONE, "USD", false, false, 3, null);
  }
}
