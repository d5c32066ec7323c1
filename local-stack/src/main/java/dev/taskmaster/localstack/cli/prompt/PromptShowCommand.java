package dev.taskmaster.localstack.cli.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a prompt's text. */
@Command(
    name = "show",
    description = "Show a prompt: the newest version, or the one named.",
    mixinStandardHelpOptions = true)
final class PromptShowCommand extends GatewayCommand {
  @Parameters(paramLabel = "ID", description = "The prompt's name, or name@version.")
  private String id = "";

  @Override
  public Integer call() {
    int at = id.lastIndexOf('@');
    var name = at < 0 ? id : id.substring(0, at);
    var prompt = choose(gateway().promptHistory(name).items(), at < 0 ? "" : id.substring(at + 1));
    if (options().json()) {
      printJson(prompt);
      return ExitCode.DONE;
    }
    err().println(PromptLine.of(prompt));
    err().flush();
    out().println(prompt.path("text").asText().stripTrailing());
    out().flush();
    return ExitCode.DONE;
  }

  private JsonNode choose(List<JsonNode> versions, String wanted) {
    return versions.stream()
        .filter(version -> wanted.isEmpty() || version.path("version").asText().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.badInput(
                    "There is no '%s'; its versions are %s."
                        .formatted(
                            id, versions.stream().map(v -> v.path("version").asText()).toList())));
  }
}
