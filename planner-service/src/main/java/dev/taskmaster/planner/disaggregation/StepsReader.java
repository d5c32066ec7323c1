package dev.taskmaster.planner.disaggregation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.planner.asking.Json;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads steps and believes nothing: every rule that is broken is named, so that a second answer can
 * be right. What is meant without doubt is put right silently.
 */
final class StepsReader {
  private static final int LONGEST_GOAL = 4000;
  private static final Set<NodeKind> KINDS =
      new LinkedHashSet<>(
          List.of(NodeKind.LLM_CHANGE, NodeKind.LLM, NodeKind.COMMAND, NodeKind.HUMAN));
  private static final Set<String> TIERS = Set.of("economy", "standard", "premium");

  private final PlannerLimits limits;
  private final boolean mayDisaggregate;
  private final Map<String, String> contexts;
  private final KnownPaths paths;
  private final Map<String, String> commands;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param contexts names of context nodes by what a model may call them: their name and their
   *     label
   * @param commands the project's own commands by name
   */
  StepsReader(
      PlannerLimits limits,
      boolean mayDisaggregate,
      Map<String, String> contexts,
      KnownPaths paths,
      Map<String, String> commands) {
    this.limits = limits;
    this.mayDisaggregate = mayDisaggregate;
    this.contexts = Map.copyOf(contexts);
    this.paths = paths;
    this.commands = Map.copyOf(commands);
  }

  /** The steps, in an order that keeps every dependency. */
  List<Step> read(JsonNode answer) throws UnusableAnswerException {
    reasons.clear();
    var items = Json.objects(answer, "steps");
    if (items.isEmpty() || items.size() > limits.mostSteps()) {
      throw new UnusableAnswerException(
          "there are %d steps; a plan has 1 to %d".formatted(items.size(), limits.mostSteps()));
    }
    var names = names(items);
    var steps = new ArrayList<Step>();
    for (int i = 0; i < items.size(); i++) {
      steps.add(step(items.get(i), names.get(i), names));
    }
    StepOrder.findCycle(steps)
        .ifPresent(
            cycle -> reasons.add("the steps wait for each other: " + String.join(" → ", cycle)));
    Json.throwIfAny(reasons);
    return StepOrder.of(steps);
  }

  private record Name(String written, String name) {}

  private List<Name> names(List<JsonNode> items) {
    var names = new ArrayList<Name>();
    var seen = new LinkedHashMap<String, String>();
    for (var item : items) {
      var written = Json.text(item, "name");
      var name = NodeNames.of(written);
      if (name.isEmpty()) {
        reasons.add("the name " + Json.quoted(written) + " is not letters and digits");
      } else if (NodeNames.isTaken(name)) {
        reasons.add("the name " + Json.quoted(written) + " is taken; choose another");
      } else if (seen.containsKey(name)) {
        reasons.add(
            seen.get(name).equals(written)
                ? "two steps are called " + Json.quoted(written)
                : "the names %s and %s are the same to us"
                    .formatted(Json.quoted(String.valueOf(seen.get(name))), Json.quoted(written)));
      }
      seen.putIfAbsent(name, written);
      names.add(new Name(written, name));
    }
    return names;
  }

  private Step step(JsonNode item, Name name, List<Name> names) {
    var kind = kind(item, name);
    return new Step(
        name.name(),
        goal(item, name),
        kind,
        kind == NodeKind.COMMAND ? command(item, name) : "",
        contexts(item, name),
        files(item),
        dependencies(item, name, names),
        tier(item, name));
  }

  private NodeKind kind(JsonNode item, Name name) {
    var written = Json.text(item, "kind");
    var kind = NodeKind.named(written);
    if (kind.filter(NodeKind.DISAGGREGATE::equals).isPresent() && !mayDisaggregate) {
      reasons.add("%s cannot be split further: make it a leaf".formatted(name.written()));
    } else if (kind.filter(known -> known == NodeKind.DISAGGREGATE || KINDS.contains(known))
        .isEmpty()) {
      reasons.add(
          "%s is of the unknown kind %s; use one of %s"
              .formatted(name.written(), Json.quoted(written), kindNames()));
    }
    return kind.orElse(NodeKind.LLM_CHANGE);
  }

  private String kindNames() {
    return KINDS.stream().map(NodeKind::wireName).collect(Collectors.joining(", "))
        + (mayDisaggregate ? ", disaggregate" : "");
  }

  private String goal(JsonNode item, Name name) {
    var goal = Json.text(item, "goal");
    if (goal.isEmpty()) {
      reasons.add(name.written() + " has no goal");
    } else if (goal.length() > LONGEST_GOAL) {
      reasons.add(name.written() + " has a goal of more than " + LONGEST_GOAL + " characters");
    }
    return goal;
  }

  private String command(JsonNode item, Name name) {
    var written = Json.text(item, "command");
    var known =
        Optional.ofNullable(commands.get(written))
            .or(() -> commands.values().stream().filter(written::equals).findFirst())
            .filter(command -> !command.isBlank());
    if (known.isEmpty()) {
      reasons.add(
          "%s runs the command %s; only the project's own may run: %s"
              .formatted(name.written(), Json.quoted(written), commandNames()));
    }
    return known.orElse("");
  }

  private String commandNames() {
    var names =
        commands.entrySet().stream()
            .filter(entry -> !entry.getValue().isBlank())
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "it has none" : names;
  }

  private List<String> contexts(JsonNode item, Name name) {
    var found = new LinkedHashSet<String>();
    for (var written : Json.texts(item, "context")) {
      var known = contexts.get(written);
      if (known == null) {
        reasons.add(
            "%s refers to the unknown context %s; there is %s"
                .formatted(name.written(), Json.quoted(written), contextNames()));
      } else {
        found.add(known);
      }
    }
    return List.copyOf(found);
  }

  private String contextNames() {
    return contexts.isEmpty()
        ? "none"
        : contexts.values().stream().distinct().sorted().collect(Collectors.joining(", "));
  }

  /** What is not there yet is a file to be made and cannot be read. */
  private List<String> files(JsonNode item) {
    return Json.texts(item, "files").stream()
        .map(paths::find)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private List<String> dependencies(JsonNode item, Name name, List<Name> names) {
    var found = new LinkedHashSet<String>();
    for (var written : Json.texts(item, "dependsOn")) {
      var known =
          names.stream()
              .filter(other -> other.written().equals(written) || other.name().equals(written))
              .findFirst();
      if (known.isPresent()) {
        found.add(known.get().name());
      } else if (contexts.get(written) == null) {
        reasons.add(
            "%s depends on the unknown step %s".formatted(name.written(), Json.quoted(written)));
      }
    }
    return List.copyOf(found);
  }

  private String tier(JsonNode item, Name name) {
    var tier = Json.text(item, "tier");
    if (!tier.isEmpty() && !TIERS.contains(tier)) {
      reasons.add(
          "%s wants the unknown tier %s; leave it empty or use economy, standard, premium"
              .formatted(name.written(), Json.quoted(tier)));
    }
    return tier;
  }
}
