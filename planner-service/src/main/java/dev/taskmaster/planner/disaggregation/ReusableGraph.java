package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.composition.layer.AttributeSpec;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaSyntaxException;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.views.GraphMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The graph of an earlier task, read to see whether it still fits and what has to vary. */
final class ReusableGraph {
  private static final Set<String> WENT_WELL = Set.of("committed", "completed");

  private final GraphMatch match;
  private final Layer layer;

  private ReusableGraph(GraphMatch match, Layer layer) {
    this.match = match;
    this.layer = layer;
  }

  /** The graph; empty where its task did not end well or its text cannot be used. */
  static Optional<ReusableGraph> of(GraphMatch match) {
    if (!WENT_WELL.contains(match.outcome())) {
      return Optional.empty();
    }
    try {
      var graph = new ReusableGraph(match, UsdaReader.read(match.definition(), match.layer()));
      return graph.nodes().isEmpty() ? Optional.empty() : Optional.of(graph);
    } catch (UsdaSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether every file it reads is still there. */
  boolean fits(KnownPaths paths) {
    return files().stream().allMatch(path -> paths.find(path).filter(path::equals).isPresent());
  }

  /** Every file it reads. */
  Set<String> files() {
    return nodes().stream().flatMap(node -> files(node).stream()).collect(Collectors.toSet());
  }

  String asset() {
    return match.definition().startsWith("graph:")
        ? match.definition()
        : "graph:" + match.definition();
  }

  /** The nodes whose goal spoke of the earlier task, with the goal that speaks of this one. */
  Map<NodePath, String> variedGoals(WorkOrder order) {
    var withGoal = nodes().stream().filter(node -> !text(node, "goal").isEmpty()).toList();
    var goals = new LinkedHashMap<NodePath, String>();
    for (var node : withGoal) {
      var goal =
          withGoal.size() == 1
              ? order.description()
              : order.description()
                  + "\nYour part of it is what this was in an earlier task: "
                  + text(node, "goal");
      goals.put(new NodePath(node.toString()), goal);
    }
    return goals;
  }

  private List<Path> nodes() {
    var found = new ArrayList<Path>();
    for (var path : layer.primPaths()) {
      var isNode =
          !path.hasVariantSelections()
              && path.toString().startsWith("/Task/")
              && NodeKind.named(text(path, "kind")).isPresent();
      if (isNode) {
        found.add(path);
      }
    }
    found.sort(java.util.Comparator.comparing(Path::toString));
    return found;
  }

  private List<String> files(Path node) {
    var files = new ArrayList<>(texts(value(node, "reads")));
    if (text(node, "kind").equals(NodeKind.CONTEXT_FILE.wireName())) {
      files.add(text(node, "path"));
    }
    return files;
  }

  private String text(Path node, String name) {
    return value(node, name) instanceof Value.Text(String text) ? text : "";
  }

  private static List<String> texts(@Nullable Value value) {
    return value instanceof Value.Array(List<Value> items)
        ? items.stream().map(item -> item instanceof Value.Text(String text) ? text : "").toList()
        : List.of();
  }

  private @Nullable Value value(Path node, String name) {
    return layer.property(node.property(name)) instanceof AttributeSpec attribute
        ? attribute.defaultValue()
        : null;
  }
}
