package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.graphstore.results.KnownResults.Answer;
import dev.taskmaster.graphstore.results.ResultKey;
import dev.taskmaster.graphstore.results.Sharing;
import dev.taskmaster.graphstore.results.WhyRan;
import dev.taskmaster.graphstore.taskgraph.LayerRole;
import dev.taskmaster.graphstore.taskgraph.Order;
import dev.taskmaster.views.NodeView.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes whose dependencies are there: their result is found by its inputs, or they are dispatched.
 */
final class Release {
  private Release() {}

  /** Returns whether a result was found, after which more may be ready. */
  static boolean run(Draft draft) {
    if (draft.nodes.values().stream().noneMatch(Release::waits)) {
      return false;
    }
    var gate = Gate.of(draft);
    boolean found = false;
    for (var planned : Order.topological(draft.plans())) {
      var node = draft.existing(planned.path());
      if (waits(node) && gate.opensFor(node) && dependenciesDone(draft, node) && !draft.stale) {
        found |= release(draft, node);
      }
    }
    return found;
  }

  private static boolean waits(NodeRecord node) {
    return node.present() && node.state() == NodeState.PENDING;
  }

  /** A refine node wants the failure itself: it is there, whatever became of the node since. */
  static boolean dependenciesDone(Draft draft, NodeRecord node) {
    return node.kind() == NodeKind.REFINE
        || node.plan().dependsOn().stream()
            .allMatch(path -> draft.node(path).filter(NodeRecord::satisfied).isPresent());
  }

  private static boolean release(Draft draft, NodeRecord node) {
    var key = Keys.of(draft, node.plan());
    var before = node.progress().inputs();
    var why = WhyRan.of(before, key.inputs(), node.plan().opinions());
    var answer = node.progress().fresh() ? Answer.ABSENT : lookUp(draft, node, key);
    if (!answer.looked()) {
      return false;
    }
    if (answer.result() != null) {
      var reason =
          key.value().equals(node.progress().key())
              ? "its inputs came out the same"
              : before.isEmpty() ? "found by its inputs" : "found by its inputs: " + why.text();
      found(draft, node, key, answer.result(), NodeStep.FOUND, reason);
      return true;
    }
    Moves.node(
        draft,
        node.path(),
        NodeStep.RELEASED,
        Note.of(why.text()),
        edit -> {
          edit.release();
          edit.epoch = draft.epoch;
          edit.key = key.value();
          edit.inputs = key.inputs();
          edit.why = why.text();
          edit.correction = roundOf(draft, why.layer());
          edit.result = null;
          edit.sends = 0;
          edit.failures = 0;
          edit.providerSince = null;
        });
    Moves.dispatch(draft, node.path());
    return false;
  }

  private static @Nullable String roundOf(Draft draft, @Nullable String layer) {
    return draft.layers.of(LayerRole.ROUND).stream()
        .map(round -> round.name())
        .filter(name -> name.equals(layer))
        .findFirst()
        .orElse(null);
  }

  private static Answer lookUp(Draft draft, NodeRecord node, ResultKey key) {
    var id = Keys.id(draft, node.plan(), key.value());
    if (id.isEmpty()) {
      return Answer.ABSENT;
    }
    var own = draft.results.get(id.get());
    if (own != null) {
      return Answer.of(own);
    }
    var answer = draft.around.known().find(id.get());
    if (!answer.looked()) {
      draft.missing.add(id.get());
    }
    return answer.result() != null && !Sharing.lasting(answer.result()) ? Answer.ABSENT : answer;
  }

  /** A result is used that was made before. */
  static void found(
      Draft draft,
      NodeRecord node,
      ResultKey key,
      NodeResult result,
      NodeStep step,
      String reason) {
    draft.cacheHits++;
    var moved =
        Moves.node(
            draft,
            node.path(),
            step,
            Note.hit(reason),
            edit -> {
              edit.release();
              edit.key = key.value();
              edit.inputs = key.inputs();
              edit.result = result;
              edit.runs.add(
                  new Run(
                      draft.round,
                      node.progress().attempt(),
                      "cache-hit",
                      reason,
                      null,
                      null,
                      List.of(),
                      List.of(),
                      0));
            });
    if (step == NodeStep.FOUND && result instanceof NodeResult.Layer layer) {
      Plans.use(draft, moved, layer);
    }
  }
}
