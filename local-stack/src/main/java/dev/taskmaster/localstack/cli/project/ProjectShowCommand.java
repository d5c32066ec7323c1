package dev.taskmaster.localstack.cli.project;

import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what is known of a project. */
@Command(
    name = "show",
    description = "Show what is known of a project.",
    mixinStandardHelpOptions = true)
final class ProjectShowCommand extends GatewayCommand {
  @Parameters(
      paramLabel = "ID",
      description = "The project's id; './taskmaster project list' names them.")
  private String id = "";

  @Override
  public Integer call() {
    var project = gateway().project(id);
    if (options().json()) {
      printJson(project);
    } else {
      new ProjectText(project).lines().forEach(out()::println);
      out().flush();
    }
    return ExitCode.DONE;
  }
}
