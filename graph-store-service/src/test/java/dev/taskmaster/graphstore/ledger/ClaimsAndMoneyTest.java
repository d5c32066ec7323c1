package dev.taskmaster.graphstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimReply.Denied;
import dev.taskmaster.claims.ClaimReply.Granted;
import dev.taskmaster.claims.ClaimRequest.Claim;
import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskEvent.TaskAmended;
import dev.taskmaster.events.TaskEvent.TaskCancelled;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TaskState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsAndMoneyTest {
  /** A reply costs at most 0.40. */
  private static final PriceCeiling DEAR =
      new PriceCeiling(BigDecimal.ZERO, new BigDecimal("100"), 4_000, 1);

  private final Play play = new Play();

  private ClaimReply.Decision ask(String worker, String path) {
    var dispatch = play.dispatchOf(path);
    return play.give(
            new Input.Asked(
                worker,
                new Claim(
                    dispatch.dispatch(),
                    play.id(),
                    dispatch.node(),
                    dispatch.attempt(),
                    dispatch.epoch(),
                    PriceCeiling.FREE)))
        .grant();
  }

  @Test
  void oneWorkerGetsANode() {
    play.submit();
    assertThat(ask("worker-1", "/Task/Plan")).isInstanceOf(Granted.class);
    assertThat(ask("worker-2", "/Task/Plan")).isInstanceOf(Denied.class);
  }

  @Test
  void aWorkerThatAsksAgainIsAnsweredAgain() {
    play.submit();
    ask("worker-1", "/Task/Plan");
    assertThat(ask("worker-1", "/Task/Plan")).isInstanceOf(Granted.class);
    assertThat(play.node("/Task/Plan").progress().attempt()).isEqualTo(1);
  }

  @Test
  void aResultOfAnotherWorkerIsRefused() {
    play.submit();
    var order = play.claim("/Task/Plan");
    var event = play.succeeded(order, play.layer(Samples.FIX_PLAN));
    play.give(
        new Input.Reported(
            new dev.taskmaster.events.NodeEvent.NodeSucceeded(
                event.task(),
                event.at(),
                event.node(),
                event.attempt(),
                event.epoch(),
                "worker-9",
                event.result(),
                event.calls(),
                1)));
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.CLAIMED);
    assertThat(play.refusals).hasSize(1);
  }

  @Test
  void aLeaseThatRanOutIsAnotherAttemptAndItsResultIsRefused() {
    play.submit();
    var lost = play.claim("/Task/Plan");
    play.later(Duration.ofSeconds(44)).due("/Task/Plan");
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.CLAIMED);
    play.later(Duration.ofSeconds(2)).due("/Task/Plan");

    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.READY);
    assertThat(play.dispatchOf("/Task/Plan").attempt()).isEqualTo(2);
    play.returned(lost, play.layer(Samples.FIX_PLAN));
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.READY);
    assertThat(play.refusals).hasSize(1);
  }

  @Test
  void aResultOfAnEarlierAttemptOfTheSameWorkerIsRefused() {
    play.submit();
    var lost = play.claim("/Task/Plan");
    play.later(Duration.ofSeconds(46)).due("/Task/Plan");
    var again = play.claim("/Task/Plan");
    play.returned(lost, play.layer(Samples.FIX_PLAN));
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.CLAIMED);
    play.returned(again, play.layer(Samples.FIX_PLAN));
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.SUCCEEDED);
    assertThat(play.refusals).hasSize(1);
  }

  @Test
  void aHeartbeatKeepsTheLease() {
    play.submit();
    play.claim("/Task/Plan");
    for (int i = 0; i < 10; i++) {
      play.later(Duration.ofSeconds(40));
      assertThat(play.beat("/Task/Plan").stop()).isFalse();
      play.due("/Task/Plan");
    }
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.RUNNING);
  }

  @Test
  void noLeaseEndsWhileNobodyCouldBeat() {
    var restarted =
        new Play(
            Policy.standard().withLeasesFrom(Samples.START.plusSeconds(600)),
            new java.util.HashMap<>(),
            1);
    restarted.submit();
    restarted.claim("/Task/Plan");
    restarted.later(Duration.ofSeconds(601)).due("/Task/Plan");
    assertThat(restarted.state("/Task/Plan")).isEqualTo(NodeState.CLAIMED);
    restarted.later(Duration.ofSeconds(45)).due("/Task/Plan");
    assertThat(restarted.state("/Task/Plan")).isEqualTo(NodeState.READY);
  }

  @Test
  void workersOfACancelledTaskAreToldToStop() {
    play.submit();
    var order = play.claim("/Task/Plan");
    var progress = play.node("/Task/Plan").progress();
    play.wish(new TaskCancelled(play.id(), play.now, "enough"));
    var answer =
        play.give(
                new Input.Beaten(
                    Play.WORKER,
                    new dev.taskmaster.claims.Heartbeat.Beat(
                        play.id(), order.node(), progress.attempt(), progress.epoch())))
            .answer();
    assertThat(answer.stop()).isTrue();
    assertThat(answer.reason()).contains("cancelled");
    assertThat(play.state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void theWorstPriceIsReservedAndTheCostTakesItsPlace() {
    play.submit();
    var order = play.claim("/Task/Plan", DEAR);
    assertThat(order.reserved()).isEqualByComparingTo("0.40");
    play.returned(order, play.layer(Samples.FIX_PLAN), Play.call("0.07"));
    assertThat(play.ledger.record().reservations()).isEmpty();
    assertThat(play.ledger.record().spending().amount()).isEqualByComparingTo("0.07");
  }

  @Test
  void parallelNodesCannotReserveMoreThanIsLeft() {
    play.submit().run("/Task/Plan", play.layer(three()));
    assertThat(play.claim("/Task/A", DEAR).reserved()).isEqualByComparingTo("0.40");
    assertThat(play.claim("/Task/B", DEAR).reserved()).isEqualByComparingTo("0.40");
    assertThat(play.claim("/Task/C", DEAR).reserved()).isEqualByComparingTo("0.20");
    var reserved =
        play.ledger.record().reservations().stream()
            .map(Reservation::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(reserved).isEqualByComparingTo("1.00");
  }

  @Test
  void aNodeWithoutMoneyWaitsUntilOthersGiveSomeBack() {
    play.submit().run("/Task/Plan", play.layer(three()));
    var dearer = new PriceCeiling(BigDecimal.ZERO, new BigDecimal("100"), 10_000, 1);
    var a = play.claim("/Task/A", dearer);
    assertThat(play.ask("/Task/B", dearer)).isInstanceOf(Denied.class);
    assertThat(play.state("/Task/B")).isEqualTo(NodeState.READY);
    int before = play.dispatches.size();

    play.returned(a, play.text("a"), Play.call("0.10"));
    assertThat(play.dispatches.subList(before, play.dispatches.size()))
        .extracting(dispatch -> dispatch.node().value())
        .contains("/Task/B");
    assertThat(play.claim("/Task/B", dearer).reserved()).isEqualByComparingTo("0.90");
  }

  @Test
  void aTaskWithoutMoneyForTheNextCallIsRejected() {
    play.submit();
    var order = play.claim("/Task/Plan", DEAR);
    play.returned(order, play.layer(three()), Play.call("0.99"));
    assertThat(play.ask("/Task/A", DEAR)).isInstanceOf(Denied.class);
    assertThat(play.state()).isEqualTo(TaskState.REJECTED);
    assertThat(play.ledger.record().ending().reason()).startsWith("budget:");
  }

  @Test
  void aPersonWhoRaisesTheBudgetLetsARejectedTaskGoOn() {
    aTaskWithoutMoneyForTheNextCallIsRejected();
    play.wish(new TaskAmended(play.id(), play.now, new BigDecimal("5"), null, List.of(), null));
    assertThat(play.state()).isEqualTo(TaskState.EXECUTING);
    assertThat(play.claim("/Task/A", DEAR).reserved()).isEqualByComparingTo("0.40");
    assertThat(play.state("/Task/Plan")).isEqualTo(NodeState.SUCCEEDED);
  }

  @Test
  void freeModelsNeedNoBudget() {
    play.submit(Samples.submitted(Samples.project("acme", BigDecimal.ZERO, 3), TaskOptions.none()));
    assertThat(play.claim("/Task/Plan").reserved()).isZero();
  }

  @Test
  void moneyOfARefusedResultIsSpentAllTheSameAndOnce() {
    play.submit();
    var lost = play.claim("/Task/Plan", DEAR);
    play.later(Duration.ofSeconds(46)).due("/Task/Plan");
    assertThat(play.ledger.record().reservations()).isEmpty();
    play.returned(lost, play.layer(Samples.FIX_PLAN), Play.call("0.30"));
    play.returned(lost, play.layer(Samples.FIX_PLAN), Play.call("0.30"));
    assertThat(play.ledger.record().spending().amount()).isEqualByComparingTo("0.30");
    assertThat(play.refusals).hasSize(2);
  }

  @Test
  void aCancelledWorkersMoneyIsHeldUntilItMustHaveStopped() {
    play.submit();
    play.claim("/Task/Plan", DEAR);
    play.wish(new TaskCancelled(play.id(), play.now, "enough"));
    assertThat(play.ledger.record().reservations()).hasSize(1);
    play.later(Duration.ofSeconds(46)).due(null);
    assertThat(play.ledger.record().reservations()).isEmpty();
  }

  @Test
  void passingFailuresAreTriedThreeTimes() {
    play.submit();
    for (int attempt = 1; attempt <= 3; attempt++) {
      var order = play.claim("/Task/Plan");
      assertThat(order.attempt()).isEqualTo(attempt);
      play.fail(order, FaultKind.TRANSIENT, "disk full");
      play.later(Duration.ofMinutes(2)).due("/Task/Plan");
    }
    assertThat(play.state()).isEqualTo(TaskState.BROKEN);
    assertThat(play.ledger.record().ending().reason()).contains("disk full");
  }

  @Test
  void aRetryIsNotDispatchedBeforeItsTime() {
    play.submit();
    play.give(
        new Input.Reported(
            play.failed(play.claim("/Task/Plan"), FaultKind.PROVIDER, "429", 20_000L)));
    int before = play.dispatches.size();
    play.later(Duration.ofSeconds(19)).due("/Task/Plan");
    assertThat(play.dispatches).hasSize(before);
    play.later(Duration.ofSeconds(2)).due("/Task/Plan");
    assertThat(play.dispatches).hasSize(before + 1);
  }

  @Test
  void aProvidersTroubleDoesNotUseUpAttemptsButHasAnEnd() {
    play.submit();
    for (int i = 0; i < 10; i++) {
      play.fail(play.claim("/Task/Plan"), FaultKind.PROVIDER, "503");
      play.later(Duration.ofSeconds(61)).due("/Task/Plan");
    }
    assertThat(play.state()).isEqualTo(TaskState.PLANNING);
    play.later(Duration.ofMinutes(10));
    play.fail(play.claim("/Task/Plan"), FaultKind.PROVIDER, "503");
    assertThat(play.state()).isEqualTo(TaskState.REJECTED);
    assertThat(play.ledger.record().ending().reason()).contains("503");
  }

  @Test
  void aSetUpFaultRejectsWithItsMessage() {
    play.submit();
    play.fail(play.claim("/Task/Plan"), FaultKind.CONFIGURATION, "no model for tier standard");
    assertThat(play.state()).isEqualTo(TaskState.REJECTED);
    assertThat(play.ledger.record().ending().reason()).isEqualTo("no model for tier standard");
  }

  @Test
  void aResultOfTheWrongKindBreaksTheTask() {
    play.submit().run("/Task/Plan", play.text("not a layer"));
    assertThat(play.state()).isEqualTo(TaskState.BROKEN);
  }

  @Test
  void everyDispatchHasAnIdOfItsOwn() {
    passingFailuresAreTriedThreeTimes();
    assertThat(play.dispatches).extracting(dispatch -> dispatch.dispatch()).doesNotHaveDuplicates();
    assertThat(play.dispatches).hasSize(3);
  }

  private static String three() {
    var text = new StringBuilder("#usda 1.0\ndef \"Task\"\n{\n");
    for (var name : List.of("A", "B", "C")) {
      text.append(
          "def \"%s\" (inherits = </_class_Llm>)\n{\nstring goal = \"say %s\"\n}\n"
              .formatted(name, name));
    }
    return text.append("}\n").toString();
  }
}
