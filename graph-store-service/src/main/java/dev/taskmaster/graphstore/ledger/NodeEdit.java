package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.views.NodeView.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link NodeProgress} being changed; lives within one decision. */
final class NodeEdit {
  NodeState state;
  boolean present;
  long epoch;
  int attempt;
  int sends;
  @Nullable String worker;
  @Nullable Instant leaseUntil;
  @Nullable Instant dueAt;
  @Nullable String key;
  Map<String, String> inputs;
  @Nullable String why;
  @Nullable String correction;
  @Nullable NodeResult result;
  NodeProgress.@Nullable Question question;
  int failures;
  @Nullable Instant providerSince;
  boolean awaitsBudget;
  boolean fresh;
  @Nullable Instant claimedAt;
  List<Run> runs;
  BigDecimal amount;
  long millis;

  NodeEdit(NodeProgress from) {
    state = from.state();
    present = from.present();
    epoch = from.epoch();
    attempt = from.attempt();
    sends = from.sends();
    worker = from.worker();
    leaseUntil = from.leaseUntil();
    dueAt = from.dueAt();
    key = from.key();
    inputs = from.inputs();
    why = from.why();
    correction = from.correction();
    result = from.result();
    question = from.question();
    failures = from.failures();
    providerSince = from.providerSince();
    awaitsBudget = from.awaitsBudget();
    fresh = from.fresh();
    claimedAt = from.claimedAt();
    runs = new ArrayList<>(from.runs());
    amount = from.amount();
    millis = from.millis();
  }

  /** Nobody holds it any more, and nothing is due. */
  void release() {
    worker = null;
    leaseUntil = null;
    dueAt = null;
    claimedAt = null;
    question = null;
    awaitsBudget = false;
  }

  NodeProgress done() {
    return new NodeProgress(
        state,
        present,
        epoch,
        attempt,
        sends,
        worker,
        leaseUntil,
        dueAt,
        key,
        inputs,
        why,
        correction,
        result,
        question,
        failures,
        providerSince,
        awaitsBudget,
        fresh,
        claimedAt,
        runs,
        amount,
        millis);
  }
}
