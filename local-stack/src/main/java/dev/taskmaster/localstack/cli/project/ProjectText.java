package dev.taskmaster.localstack.cli.project;

import dev.taskmaster.events.ProjectSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project in words; what was detected rather than written is marked. */
final class ProjectText {
  private final ProjectSnapshot project;

  ProjectText(ProjectSnapshot project) {
    this.project = project;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    add(lines, "project", project.id().value(), "project");
    add(lines, "root", project.root(), "");
    add(lines, "languages", String.join(", ", project.languages()), "languages");
    add(lines, "setup", project.commands().setup(), "");
    add(lines, "build", project.commands().build(), "commands.build");
    add(lines, "test", project.commands().test(), "commands.test");
    add(lines, "review", String.join(", ", project.reviews()), "");
    var target = project.delivery().target();
    add(lines, "delivery", project.delivery().kind() + (target == null ? "" : " to " + target), "");
    add(
        lines,
        "budget",
        project.budget().amount() + ", " + project.budget().rounds() + " rounds",
        "");
    add(
        lines,
        "sandbox",
        (project.sandbox().network() ? "network" : "no network")
            + (project.sandbox().writable().isEmpty()
                ? ""
                : ", writable " + project.sandbox().writable()),
        "");
    add(lines, "secrets", String.join(", ", project.secrets()), "");
    add(
        lines,
        "layers",
        String.join(
            ", ", project.layers().stream().map(ProjectSnapshot.SharedLayer::name).toList()),
        "");
    project.environment().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> add(lines, entry.getKey(), entry.getValue(), ""));
    return lines;
  }

  private void add(List<String> lines, String name, String value, String key) {
    if (!value.isEmpty()) {
      lines.add(
          "%-17s %s%s"
              .formatted(name, value, project.detected().contains(key) ? "  (detected)" : ""));
    }
  }
}
