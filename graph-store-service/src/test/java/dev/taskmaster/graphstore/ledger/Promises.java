package dev.taskmaster.graphstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.JournalEvent.NodeMoved;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The invariants that can be seen from one task, checked after every input. */
final class Promises {
  private final Play play;
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> expired = new HashSet<>();
  private TaskLedger before;
  private int journalSeen;

  Promises(Play play) {
    this.play = play;
  }

  void before() {
    before = play.ledger;
  }

  void check() {
    somethingKeepsItGoing();
    terminalStatesStay();
    resultsAreAcceptedOnce();
    dependenciesCameFirst();
    moneyIsKept();
    theJournalIsTheState();
    itCanBeStored();
    journalSeen = play.journal.size();
  }

  /** 1: every task is terminal, or has a live lease, timer or wait. */
  private void somethingKeepsItGoing() {
    var state = play.state();
    if (state.terminal() || state == TaskState.PLAN_REVIEW) {
      return;
    }
    assertThat(play.ledger.present())
        .as("a task that is %s waits for nothing", state)
        .anyMatch(
            node ->
                (node.state() == NodeState.READY && node.progress().dueAt() != null)
                    || (node.progress().held() && node.progress().leaseUntil() != null)
                    || node.state() == NodeState.WAITING);
  }

  /** 2: no terminal state changes, unless a person goes on with the task. */
  private void terminalStatesStay() {
    if (before == null || !before.record().state().terminal()) {
      return;
    }
    boolean reopened =
        news().anyMatch(e -> e instanceof JournalEvent.TaskMoved moved && !moved.to().terminal());
    if (!reopened) {
      assertThat(play.state()).isEqualTo(before.record().state());
      assertThat(play.ledger.record().ending()).isEqualTo(before.record().ending());
    }
    assertThat(before.record().state() == TaskState.COMMITTED && reopened).isFalse();
  }

  /** 3 and 9: at most one accepted result per attempt, and none of an expired lease. */
  private void resultsAreAcceptedOnce() {
    news()
        .filter(NodeMoved.class::isInstance)
        .map(NodeMoved.class::cast)
        .forEach(
            moved -> {
              var attempt = moved.node() + "#" + moved.attempt();
              boolean held =
                  moved.from() == NodeState.CLAIMED
                      || moved.from() == NodeState.RUNNING
                      || moved.from() == NodeState.WAITING;
              if (moved.to() == NodeState.SUCCEEDED && held) {
                assertThat(accepted.add(attempt)).as("accepted twice: %s", attempt).isTrue();
                assertThat(expired).doesNotContain(attempt);
              }
              if (held && moved.reason().startsWith("the lease of")) {
                expired.add(attempt);
              }
            });
  }

  /** 4: no node runs before its dependencies succeeded. */
  private void dependenciesCameFirst() {
    for (var node : play.ledger.present()) {
      if (node.kind() == NodeKind.REFINE) {
        continue;
      }
      if (node.state() == NodeState.READY || node.progress().held()) {
        for (var path : node.plan().dependsOn()) {
          assertThat(play.ledger.nodes().get(path).satisfied())
              .as("%s is %s before %s", node.path(), node.state(), path)
              .isTrue();
        }
      }
    }
  }

  /** 13: what is spent and reserved is never more than the budget, late calls apart. */
  private void moneyIsKept() {
    var record = play.ledger.record();
    var reserved =
        record.reservations().stream()
            .map(Reservation::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean granted = play.last.grant() instanceof dev.taskmaster.claims.ClaimReply.Granted;
    if (granted && reserved.signum() > 0 && before != null && reservedMore(reserved)) {
      assertThat(record.spending().amount().add(reserved)).isLessThanOrEqualTo(record.budget());
    }
  }

  private boolean reservedMore(BigDecimal reserved) {
    var earlier =
        before.record().reservations().stream()
            .map(Reservation::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return reserved.compareTo(earlier) > 0;
  }

  /** 5: the journal has no gap and ends where the state is. */
  private void theJournalIsTheState() {
    assertThat(play.journal.getLast().seq()).isEqualTo(play.journal.size());
    assertThat(play.ledger.record().seq()).isEqualTo(play.journal.size());
    var lastState =
        play.journal.reversed().stream()
            .filter(JournalEvent.TaskMoved.class::isInstance)
            .map(event -> ((JournalEvent.TaskMoved) event).to())
            .findFirst();
    lastState.ifPresent(state -> assertThat(state).isEqualTo(play.state()));
  }

  private void itCanBeStored() {
    if (play.journal.size() % 7 != 0) {
      return;
    }
    try {
      var mapper = EventJson.mapper();
      var record = play.ledger.record();
      assertThat(mapper.readValue(mapper.writeValueAsBytes(record), TaskRecord.class))
          .isEqualTo(record);
      for (var node : play.ledger.nodes().values()) {
        assertThat(mapper.readValue(mapper.writeValueAsBytes(node.progress()), NodeProgress.class))
            .isEqualTo(node.progress());
        assertThat(
                mapper.readValue(
                    mapper.writeValueAsBytes(node.plan()),
                    dev.taskmaster.graphstore.taskgraph.PlannedNode.class))
            .isEqualTo(node.plan());
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private java.util.stream.Stream<JournalEvent> news() {
    return play.journal.subList(journalSeen, play.journal.size()).stream();
  }
}
