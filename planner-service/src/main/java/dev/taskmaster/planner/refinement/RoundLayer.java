package dev.taskmaster.planner.refinement;

import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.disaggregation.NodeNames;
import dev.taskmaster.planner.layers.LayerText;
import dev.taskmaster.planner.layers.PlannedNode;
import java.util.ArrayList;
import java.util.List;

/** Writes what a round taught as a layer: one input made better, nothing else touched. */
final class RoundLayer {
  private final int round;
  private final CorrectableNodes nodes;
  private final LayerText layer;
  private final List<String> changed = new ArrayList<>();

  private RoundLayer(int round, CorrectableNodes nodes) {
    this.round = round;
    this.nodes = nodes;
    this.layer = new LayerText("round-" + (round + 1));
  }

  /**
   * @param round the round that failed
   */
  static RoundDraft of(Blame blame, int round, CorrectableNodes nodes, boolean fallback) {
    var written = new RoundLayer(round, nodes);
    var summary = written.write(blame.cause(), blame.remedy());
    return new RoundDraft(written.layer.text(), summary, blame.cause(), written.changed, fallback);
  }

  private String write(NodePath cause, Blame.Remedy remedy) {
    return switch (remedy) {
      case Blame.Note(String text) -> note(cause, text);
      case Blame.File(String path) -> {
        context(
            cause,
            PlannedNode.of(free(cause, path), NodeKind.CONTEXT_FILE, "ContextFile")
                .with("path", path),
            "path");
        yield cause.name() + " gets to see " + path;
      }
      case Blame.Search(String query) -> {
        context(
            cause,
            PlannedNode.of(free(cause, query), NodeKind.CONTEXT_SEARCH, "ContextSearch")
                .with("query", query),
            "query");
        yield cause.name() + " gets to see what a search for '" + query + "' finds";
      }
      case Blame.Stronger(String tier) -> stronger(cause, tier);
      case Blame.NoteAndStronger(String text, String tier) ->
          note(cause, text) + "; " + stronger(cause, tier);
    };
  }

  private String note(NodePath cause, String text) {
    var name = freeNote(cause);
    say(cause, name, text);
    var first = text.lines().findFirst().orElse("");
    return cause.name()
        + " is told: "
        + (first.length() > 120 ? first.substring(0, 120) + "…" : first);
  }

  private String stronger(NodePath cause, String tier) {
    say(cause, "tier", tier);
    return cause.name() + " goes to tier " + tier;
  }

  private void say(NodePath node, String attribute, String value) {
    layer.say(node, attribute, value);
    changed.add(node + "." + attribute);
  }

  private void context(NodePath cause, PlannedNode context, String attribute) {
    layer.define(context);
    layer.read(cause, context.path());
    changed.add(cause + ".context");
    changed.add(context.path() + "." + attribute);
  }

  private NodePath free(NodePath cause, String about) {
    var parent = new NodePath(cause.value().substring(0, cause.value().lastIndexOf('/')));
    var path = parent.child(NodeNames.context("Ctx_r" + round, about));
    int next = 2;
    while (nodes.node(path).isPresent()) {
      path = parent.child(NodeNames.context("Ctx_r" + round + "_" + next++, about));
    }
    return path;
  }

  private String freeNote(NodePath cause) {
    var name = "notes:r" + round;
    int next = 2;
    var taken = name;
    while (nodes.node(cause).map(RoundLayer::names).orElse(List.of()).contains(taken)) {
      taken = name + "_" + next++;
    }
    return taken;
  }

  private static List<String> names(NodeSketch node) {
    return List.copyOf(node.opinions().keySet());
  }
}
