package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.graphstore.results.ResultKey;
import dev.taskmaster.graphstore.results.WhyRan;
import dev.taskmaster.graphstore.taskgraph.Order;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which nodes a change of layers reaches: those whose own inputs differ and everything after them.
 *
 * @param dirty nodes that were done and have to be done again, each with the reason
 * @param overtaken nodes that are being done with inputs that are no longer true
 * @param clean nodes that were done and whose inputs are what they were
 */
record Dirt(
    Map<NodePath, String> dirty, Map<NodePath, String> overtaken, Map<NodePath, ResultKey> clean) {

  static final Dirt NONE = new Dirt(Map.of(), Map.of(), Map.of());

  boolean isDirty(NodePath path) {
    return dirty.containsKey(path) || overtaken.containsKey(path);
  }

  /**
   * @param newRound whether a round ended: then what failed or was rejected has to be done again
   */
  static Dirt of(Draft draft, boolean newRound) {
    var dirt = new Dirt(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (var planned : Order.topological(draft.plans())) {
      var node = draft.existing(planned.path());
      if (node.kind() != NodeKind.REFINE) {
        dirt.look(draft, node, newRound);
      }
    }
    return dirt;
  }

  private void look(Draft draft, NodeRecord node, boolean newRound) {
    switch (node.state()) {
      case SUCCEEDED -> lookAtDone(draft, node, newRound);
      case READY, CLAIMED, RUNNING, WAITING -> {
        var why = difference(draft, node);
        if (!why.isEmpty()) {
          overtaken.put(node.path(), why);
        }
      }
      case FAILED -> {
        if (newRound) {
          dirty.put(node.path(), "it failed in the round before");
        }
      }
      case PENDING, CANCELLED -> {}
    }
  }

  private void lookAtDone(Draft draft, NodeRecord node, boolean newRound) {
    if (node.progress().result() instanceof NodeResult.Verdict verdict && !verdict.passed()) {
      if (newRound) {
        dirty.put(node.path(), "it rejected the result of the round before");
      }
      return;
    }
    var why = difference(draft, node);
    if (why.isEmpty()) {
      clean.put(node.path(), Keys.of(draft, node.plan()));
    } else {
      dirty.put(node.path(), why);
    }
  }

  /** What differs from the inputs of the node's last run; empty where nothing does. */
  private String difference(Draft draft, NodeRecord node) {
    for (var before : node.plan().dependsOn()) {
      if (isDirty(before) || draft.node(before).filter(NodeRecord::satisfied).isEmpty()) {
        return "after " + before.name() + ", which has to run";
      }
    }
    var key = Keys.of(draft, node.plan());
    return key.value().equals(node.progress().key())
        ? ""
        : WhyRan.of(node.progress().inputs(), key.inputs(), node.plan().opinions()).text();
  }

  void apply(Draft draft) {
    dirty.forEach(
        (path, why) -> {
          if (draft.existing(path).kind() == NodeKind.DISAGGREGATE) {
            draft.planApproved = false;
          }
          Moves.node(
              draft,
              path,
              NodeStep.DIRTIED,
              Note.of(why),
              edit -> {
                edit.release();
                edit.epoch = draft.epoch;
                edit.attempt++;
              });
        });
    overtaken.forEach((path, why) -> Recompose.supersede(draft, draft.existing(path), why));
  }
}
