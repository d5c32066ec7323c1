package dev.taskmaster.localstack.cli.project;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a repository known as a project. */
@Command(
    name = "add",
    description = "Make a repository known as a project, or bring what is known up to date.",
    mixinStandardHelpOptions = true)
final class ProjectAddCommand extends GatewayCommand {
  @Parameters(paramLabel = "PATH", description = "The git repository.")
  private Path path = Path.of("");

  @Override
  public Integer call() {
    var added = gateway().addProject(path.toAbsolutePath().normalize().toString());
    if (options().json()) {
      printJson(added);
      return ExitCode.DONE;
    }
    added.path("notices").forEach(notice -> err().println("note: " + notice.asText()));
    err().flush();
    var project = EventJson.mapper().convertValue(added.path("project"), ProjectSnapshot.class);
    new ProjectText(project).lines().forEach(out()::println);
    out().flush();
    return ExitCode.DONE;
  }
}
