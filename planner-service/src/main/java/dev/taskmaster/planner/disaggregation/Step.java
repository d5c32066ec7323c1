package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.events.NodeKind;
import java.util.List;

/**
 * One step of a plan, checked.
 *
 * @param command the project's own command, for kind {@code command}; else empty
 * @param context names of context nodes
 * @param files paths of the project to read in full
 * @param dependsOn names of other steps
 * @param tier empty for the usual one
 */
record Step(
    String name,
    String goal,
    NodeKind kind,
    String command,
    List<String> context,
    List<String> files,
    List<String> dependsOn,
    String tier) {
  Step {
    context = List.copyOf(context);
    files = List.copyOf(files);
    dependsOn = List.copyOf(dependsOn);
  }
}
