package dev.taskmaster.planner.disaggregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings steps into an order in which each comes after what it depends on. */
final class StepOrder {
  private StepOrder() {}

  /** Dependencies first, otherwise as written. Only for steps without a cycle. */
  static List<Step> of(List<Step> steps) {
    var byName = new LinkedHashMap<String, Step>();
    steps.forEach(step -> byName.put(step.name(), step));
    var ordered = new LinkedHashSet<Step>();
    steps.forEach(step -> add(step, byName, ordered, new LinkedHashSet<>()));
    return List.copyOf(ordered);
  }

  /** Names that wait for each other, in order, the first one again at the end. */
  static Optional<List<String>> findCycle(List<Step> steps) {
    var byName = new LinkedHashMap<String, Step>();
    steps.forEach(step -> byName.put(step.name(), step));
    var done = new LinkedHashSet<Step>();
    for (var step : steps) {
      var path = new LinkedHashSet<String>();
      var back = add(step, byName, done, path);
      if (back.isPresent()) {
        var names = new ArrayList<>(path);
        var cycle = new ArrayList<>(names.subList(names.indexOf(back.get()), names.size()));
        cycle.add(back.get());
        return Optional.of(cycle);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> add(
      Step step, Map<String, Step> byName, Set<Step> done, LinkedHashSet<String> path) {
    if (done.contains(step)) {
      return Optional.empty();
    }
    if (!path.add(step.name())) {
      return Optional.of(step.name());
    }
    for (var name : step.dependsOn()) {
      var before = byName.get(name);
      var back = before == null ? Optional.<String>empty() : add(before, byName, done, path);
      if (back.isPresent()) {
        return back;
      }
    }
    path.remove(step.name());
    done.add(step);
    return Optional.empty();
  }
}
