package dev.taskmaster.localstack.cli.prompt;

import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds a version of a prompt. */
@Command(
    name = "add",
    description = "Add a prompt, or a new version of one, from a file.",
    mixinStandardHelpOptions = true)
final class PromptAddCommand extends GatewayCommand {
  @Parameters(
      paramLabel = "FILE",
      description = "A head (--- / name: … / tags: […] / ---), then the text.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    var prompt = PromptFileReader.read(file);
    var added = gateway().addPrompt(prompt);
    if (options().json()) {
      printJson(added);
    } else {
      out().println(PromptLine.of(added));
      out().flush();
    }
    return ExitCode.DONE;
  }
}
