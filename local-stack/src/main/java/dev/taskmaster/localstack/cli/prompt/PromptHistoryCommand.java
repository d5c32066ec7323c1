package dev.taskmaster.localstack.cli.prompt;

import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the versions of a prompt. */
@Command(
    name = "history",
    description = "List the versions of a prompt, newest first.",
    mixinStandardHelpOptions = true)
final class PromptHistoryCommand extends GatewayCommand {
  @Parameters(paramLabel = "ID", description = "The prompt's name.")
  private String name = "";

  @Override
  public Integer call() {
    var versions = gateway().promptHistory(name).items();
    if (options().json()) {
      printJson(Map.of("items", versions));
      return ExitCode.DONE;
    }
    versions.forEach(
        version ->
            out().println(PromptLine.of(version) + "  " + version.path("createdAt").asText()));
    out().flush();
    return ExitCode.DONE;
  }
}
