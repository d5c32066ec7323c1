package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says why each node ran or did not, which correction came from which failure, what each cost. */
@Command(
    name = "explain",
    description = {
      "Say why each node of a task ran or was found, what it cost and what was corrected.",
      "With NODE also what it was told, by which layer, and the exact prompts and replies."
    },
    mixinStandardHelpOptions = true)
final class TaskExplainCommand extends GatewayCommand {
  @Parameters(index = "0", paramLabel = "TASK", description = "Its id, the end of it, or 'last'.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NODE",
      description = "A node: Fix, or /Task/Fix.")
  private @Nullable String node;

  @Override
  public Integer call() {
    var gateway = gateway();
    var id = TaskNames.find(gateway, name);
    var explanation = gateway.explain(id, node);
    if (options().json()) {
      printJson(explanation);
      return ExitCode.DONE;
    }
    var told = new ExplainedText(explanation, Following.style());
    if (node == null) {
      told.overview().forEach(out()::println);
    } else {
      told.detail(hash -> gateway.text(id, hash)).forEach(out()::println);
    }
    out().flush();
    return ExitCode.DONE;
  }
}
