package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.planner.layers.LayerText;
import dev.taskmaster.views.GraphMatch;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.prompts.GraphLibrary;
import java.util.List;
import java.util.Optional;

/** Looks for the graph of an earlier task that fits this one, and varies it. */
final class FindReusable {
  private static final String NEVER = "never";
  private static final String AUTO = "auto";
  private static final int LONGEST_QUERY = 1000;
  private static final int LOOKED_AT = 5;
  private static final int LOOKED_AT_BY_ID = 50;

  private final GraphLibrary library;
  private final PlannerLimits limits;

  FindReusable(GraphLibrary library, PlannerLimits limits) {
    this.library = library;
    this.limits = limits;
  }

  /**
   * What was found.
   *
   * @param plan empty where nothing is used
   * @param bestScore the score of the best match, used or not; 0 where there was none
   */
  record Found(Optional<PlanDraft> plan, double bestScore) {
    static final Found NOTHING = new Found(Optional.empty(), 0);
  }

  /**
   * @param small the files of a project that is small enough to be read whole; else empty
   */
  Found look(WorkOrder order, KnownPaths paths, List<String> small) {
    var reuse = order.options().reuse();
    if (reuse.equals(NEVER)) {
      return Found.NOTHING;
    }
    return reuse.equals(AUTO) ? automatically(order, paths, small) : asked(order, paths, reuse);
  }

  private Found automatically(WorkOrder order, KnownPaths paths, List<String> small) {
    var matches = matches(order, LOOKED_AT);
    var best = matches.stream().mapToDouble(GraphMatch::score).max().orElse(0);
    return matches.stream()
        .filter(match -> match.score() >= limits.reuseThreshold())
        .flatMap(match -> usable(match, order, paths, small).stream())
        .findFirst()
        .map(plan -> new Found(Optional.of(plan), plan.reuseScore()))
        .orElseGet(() -> new Found(Optional.empty(), best));
  }

  private Found asked(WorkOrder order, KnownPaths paths, String definition) {
    var match =
        matches(order, LOOKED_AT_BY_ID).stream()
            .filter(candidate -> candidate.definition().equals(definition))
            .findFirst()
            .orElseThrow(() -> unusable(definition, "is not among this project's graphs"));
    var plan =
        usable(match, order, paths, List.of())
            .orElseThrow(
                () -> unusable(definition, "reads files that are gone, or did not end well"));
    return new Found(Optional.of(plan), match.score());
  }

  private List<GraphMatch> matches(WorkOrder order, int limit) {
    var description = order.description();
    return library.find(
        description.substring(0, Math.min(LONGEST_QUERY, description.length())),
        order.project().languages(),
        order.options().as(),
        order.project().id(),
        limit);
  }

  private static Optional<PlanDraft> usable(
      GraphMatch match, WorkOrder order, KnownPaths paths, List<String> small) {
    return ReusableGraph.of(match)
        .filter(graph -> graph.fits(paths))
        // One request can hold a small project: a graph that leaves out some of it is no gain.
        .filter(graph -> graph.files().containsAll(small))
        .map(graph -> varied(graph, match, order));
  }

  private static PlanDraft varied(ReusableGraph graph, GraphMatch match, WorkOrder order) {
    var layer = new LayerText("plan").reference(graph.asset());
    graph.variedGoals(order).forEach((node, goal) -> layer.say(node, "goal", goal));
    var summary = "reuses the graph of: " + firstLine(match.description());
    return new PlanDraft(layer.text(), summary, match.definition(), match.score());
  }

  private static AttemptFailedException unusable(String definition, String problem) {
    return new AttemptFailedException(
        FaultKind.CONFIGURATION,
        "the graph to reuse, %s, %s; name one that `graph search` shows, or leave it out"
            .formatted(definition, problem));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
