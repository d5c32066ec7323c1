package dev.taskmaster.graphstore.ledger;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.JournalEvent.NodeShape;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.graphstore.ledger.Moves.Note;
import dev.taskmaster.graphstore.taskgraph.LayerRole;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import dev.taskmaster.graphstore.taskgraph.TaskGraph;
import dev.taskmaster.views.NodeView.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composes the layers again and brings the nodes in line with what they say now. */
final class Recompose {
  private static final int MOST_PASSES = 100;

  private Recompose() {}

  /** After a layer was added within a round. */
  static void run(Draft draft) {
    var before = shapes(draft);
    var dirt = align(draft, false);
    if (!draft.live()) {
      return;
    }
    announce(draft, before);
    dirt.apply(draft);
  }

  /**
   * Composes until the layers and the nodes agree: a planner that has to plan again takes its layer
   * with it, and one that need not after all brings it back. The guard lets no plan touch a planner
   * that has planned, so the end is reached.
   */
  static Dirt align(Draft draft, boolean newRound) {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      var graph = draft.compose(draft.layers);
      var fatal = graph.problems().stream().filter(problem -> !problem.dangling()).findFirst();
      if (fatal.isPresent()) {
        Endings.broken(draft, "the graph cannot be composed: " + fatal.get().text());
        return Dirt.NONE;
      }
      take(draft, graph);
      var dirt = Dirt.of(draft, newRound);
      if (!dropLayersOf(draft, dirt) && !bringLayersBack(draft, dirt)) {
        draft.stale = false;
        return dirt;
      }
    }
    Endings.broken(draft, "the layers of planners undo each other");
    return Dirt.NONE;
  }

  private static void take(Draft draft, TaskGraph graph) {
    draft.opinions = graph.task();
    var aligned = new LinkedHashMap<NodePath, NodeRecord>();
    for (var planned : graph.nodes().values()) {
      var known = draft.nodes.get(planned.path());
      aligned.put(
          planned.path(),
          known == null || known.kind() != planned.kind()
              ? born(draft, planned, known)
              : presence(known.with(planned), true));
    }
    for (var old : draft.nodes.values()) {
      if (!aligned.containsKey(old.path())) {
        aligned.put(old.path(), presence(leave(draft, old), false));
      }
    }
    draft.nodes = aligned;
  }

  /** A path whose kind changed goes on counting attempts, so that none is ever confused. */
  private static NodeRecord born(Draft draft, PlannedNode planned, @Nullable NodeRecord known) {
    var progress = new NodeEdit(NodeProgress.fresh(draft.epoch));
    if (known != null) {
      progress.attempt = known.progress().attempt() + 1;
      progress.runs.addAll(known.progress().runs());
      progress.amount = known.progress().amount();
      progress.millis = known.progress().millis();
    }
    return new NodeRecord(planned, progress.done());
  }

  private static NodeRecord leave(Draft draft, NodeRecord node) {
    if (!node.present()) {
      return node;
    }
    return switch (node.state()) {
      case READY, CLAIMED, RUNNING, WAITING -> supersede(draft, node, "the plan no longer has it");
      case PENDING, SUCCEEDED, FAILED, CANCELLED -> node;
    };
  }

  private static NodeRecord presence(NodeRecord node, boolean present) {
    if (node.present() == present) {
      return node;
    }
    var edit = new NodeEdit(node.progress());
    edit.present = present;
    return node.with(edit.done());
  }

  /** Takes the node from whoever has it. */
  static NodeRecord supersede(Draft draft, NodeRecord node, String reason) {
    boolean started = node.state() != NodeState.READY;
    return Moves.node(
        draft,
        node.path(),
        NodeStep.SUPERSEDED,
        Note.of(reason),
        edit -> {
          edit.release();
          edit.epoch = draft.epoch;
          if (started) {
            edit.runs.add(
                new Run(
                    draft.round,
                    edit.attempt,
                    "superseded",
                    reason,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    0));
            edit.attempt++;
          }
        });
  }

  private static boolean dropLayersOf(Draft draft, Dirt dirt) {
    var kept =
        draft.layers.without(
            layer ->
                layer.role() == LayerRole.PLAN
                    && draft.nodes.values().stream()
                        .filter(node -> node.path().value().equals(layer.author()))
                        .noneMatch(
                            node ->
                                node.present()
                                    && node.state() == NodeState.SUCCEEDED
                                    && !dirt.isDirty(node.path())));
    boolean dropped = kept.layers().size() < draft.layers.layers().size();
    draft.layers = kept;
    return dropped;
  }

  private static boolean bringLayersBack(Draft draft, Dirt dirt) {
    boolean back = false;
    for (var node : draft.present()) {
      if (node.kind() == NodeKind.DISAGGREGATE
          && node.state() == NodeState.SUCCEEDED
          && !dirt.isDirty(node.path())
          && node.progress().result() instanceof NodeResult.Layer layer
          && draft.layers.of(LayerRole.PLAN).stream()
              .noneMatch(known -> known.author().equals(node.path().value()))) {
        Plans.use(draft, node, layer);
        back = true;
      }
    }
    return back;
  }

  static List<NodeShape> shapes(Draft draft) {
    var shapes = new ArrayList<NodeShape>();
    for (var node : draft.present()) {
      var plan = node.plan();
      shapes.add(
          new NodeShape(plan.path(), plan.kind(), plan.lane(), plan.label(), plan.dependsOn()));
    }
    return shapes;
  }

  static void announce(Draft draft, List<NodeShape> before) {
    var after = shapes(draft);
    if (!after.equals(before)) {
      draft.journal.add(
          new JournalEvent.GraphComposed(draft.task(), draft.now, ++draft.seq, draft.round, after));
    }
  }
}
