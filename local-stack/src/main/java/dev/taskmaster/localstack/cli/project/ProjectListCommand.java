package dev.taskmaster.localstack.cli.project;

import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import dev.taskmaster.localstack.live.Columns;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the projects that are known. */
@Command(
    name = "list",
    description = "List the projects that are known.",
    mixinStandardHelpOptions = true)
final class ProjectListCommand extends GatewayCommand {
  @Override
  public Integer call() {
    var projects = gateway().projects().items();
    if (options().json()) {
      printJson(Map.of("items", projects));
      return ExitCode.DONE;
    }
    if (projects.isEmpty()) {
      err()
          .println(
              "No project is known. './taskmaster project add PATH' adds one, and so does 'run'.");
    }
    for (var project : projects) {
      out()
          .println(
              "%s  %s  %s  %s"
                  .formatted(
                      Columns.fit(project.id().value(), 24),
                      Columns.fit(String.join(", ", project.languages()), 20),
                      Columns.fit(project.commands().test(), 30),
                      project.root()));
    }
    out().flush();
    return ExitCode.DONE;
  }
}
