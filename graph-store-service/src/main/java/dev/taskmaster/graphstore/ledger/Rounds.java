package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.taskgraph.Composer.LayerText;
import dev.taskmaster.graphstore.taskgraph.Guard;
import dev.taskmaster.graphstore.taskgraph.LayerRef;
import dev.taskmaster.graphstore.taskgraph.LayerRole;
import dev.taskmaster.graphstore.taskgraph.RefinementLayer;
import dev.taskmaster.graphstore.taskgraph.UnreadableLayerException;
import java.util.ArrayList;
import java.util.List;

/** A failure ends a round; a layer from it begins the next. */
final class Rounds {
  private Rounds() {}

  /** Ends the round with this failure, unless it has ended already. */
  static void end(Draft draft, NodeRecord node, String firstLine, List<Finding> findings) {
    if (Gate.refining(draft)) {
      return;
    }
    var earlier = List.copyOf(draft.failures);
    draft.failures.add(firstLine);
    long same = draft.failures.stream().filter(firstLine::equals).count();
    if (same >= draft.policy().sameFailure()) {
      Endings.reject(draft, "the same failure %d times: %s".formatted(same, firstLine));
    } else if (draft.round >= draft.rounds) {
      Endings.reject(
          draft,
          "%d of %d rounds are used up; the last failure: %s"
              .formatted(draft.round, draft.rounds, firstLine));
    } else if (Budget.spent(draft)) {
      Endings.reject(
          draft,
          "budget: %s of %s spent; the last failure: %s"
              .formatted(
                  Budget.plain(draft.spending.amount()),
                  draft.budget == null ? "" : Budget.plain(draft.budget),
                  firstLine));
    } else {
      draft.failure = new FailureReport(node.path(), firstLine, findings, earlier);
      refine(draft, node.path());
    }
  }

  private static void refine(Draft draft, NodePath failed) {
    draft.epoch++;
    for (var node : draft.present()) {
      if (node.state() == NodeState.READY) {
        Recompose.supersede(draft, node, "a correction is made first");
      }
    }
    var known = draft.layers.of(LayerRole.REFINEMENTS).stream().findFirst();
    var text =
        RefinementLayer.with(
            known.map(layer -> draft.text(layer.name(), layer.text())), draft.round, failed);
    draft.layers =
        draft.layers.with(
            new LayerRef(
                RefinementLayer.NAME, LayerRole.REFINEMENTS, "graph-store", draft.keep(text)));
    draft.stale = true;
  }

  static String layerName(int round) {
    return "round-" + round;
  }

  /** What the guard has against a correction; empty where it may be used. */
  static List<String> objections(Draft draft, NodeResult.Layer result) {
    var layer = ref(draft, result);
    try {
      var text = new LayerText(layer.name(), draft.text(layer.name(), layer.text()));
      var objections =
          new ArrayList<>(Guard.toCorrection(draft.around.composer().read(text), draft.graph()));
      if (objections.isEmpty()) {
        objections.addAll(Guard.toGraph(draft.graph(), draft.compose(draft.layers.with(layer))));
      }
      return Plans.shortened(objections);
    } catch (UnreadableLayerException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static LayerRef ref(Draft draft, NodeResult.Layer result) {
    return new LayerRef(
        layerName(draft.round + 1),
        LayerRole.ROUND,
        "/Task/" + RefinementLayer.nodeName(draft.round),
        result.layer());
  }

  /** Begins the next round with the correction. */
  static void correct(Draft draft, NodeRecord refine, NodeResult.Layer result) {
    var failure = draft.failure;
    var failed = failure == null ? refine.path() : failure.node();
    var layer = ref(draft, result);
    var failedRound = draft.round;
    draft.layers = draft.layers.with(layer);
    draft.round++;
    draft.epoch++;
    draft.failure = null;
    var shapes = Recompose.shapes(draft);
    var known = draft.plans().keySet();
    var dirt = Recompose.align(draft, true);
    if (!draft.live()) {
      return;
    }
    var dirty = new ArrayList<NodePath>();
    for (var node : draft.present()) {
      if (node.kind() != NodeKind.REFINE
          && (dirt.dirty().containsKey(node.path()) || !known.contains(node.path()))) {
        dirty.add(node.path());
      }
    }
    var lesson =
        new Lesson(
            failedRound,
            failure == null ? "" : failure.firstLine(),
            result.cause() == null ? failed : result.cause(),
            layer.name(),
            result.changed(),
            dirty,
            result.fallback());
    draft.lessons.add(lesson);
    draft.journal.add(
        new JournalEvent.Corrected(
            draft.task(),
            draft.now,
            ++draft.seq,
            lesson.round(),
            lesson.failure(),
            lesson.cause(),
            lesson.layer(),
            lesson.changed(),
            dirty,
            lesson.fallback()));
    Recompose.announce(draft, shapes);
    dirt.apply(draft);
    dirt.clean()
        .forEach(
            (path, key) -> {
              var node = draft.existing(path);
              var kept = node.progress().result();
              if (kept != null && node.kind() != NodeKind.DELIVER) {
                Release.found(
                    draft, node, key, kept, NodeStep.FOUND_AGAIN, "none of its inputs changed");
              }
            });
  }
}
