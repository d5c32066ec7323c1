package dev.taskmaster.localstack.cli.prompt;

import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.cli.task.GatewayCommand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds prompts by tags and words. */
@Command(
    name = "search",
    description = "Find prompts by tags and words.",
    mixinStandardHelpOptions = true)
final class PromptSearchCommand extends GatewayCommand {
  @Option(names = "--tag", paramLabel = "T", description = "A tag it must have (may be repeated).")
  private List<String> tags = List.of();

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Words it must have.")
  private @Nullable String text;

  @Override
  public Integer call() {
    var found = gateway().prompts(tags, text).items();
    if (options().json()) {
      printJson(Map.of("items", found));
      return ExitCode.DONE;
    }
    if (found.isEmpty()) {
      err().println("No prompt fits. Fewer tags find more; without any, all are listed.");
    }
    found.forEach(prompt -> out().println(PromptLine.of(prompt)));
    out().flush();
    return ExitCode.DONE;
  }
}
