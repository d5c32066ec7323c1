package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that says something to a node that waits. */
abstract class AnsweringCommand extends GatewayCommand {
  @Parameters(index = "0", paramLabel = "TASK", description = "Its id, the end of it, or 'last'.")
  private String name = "";

  @Option(names = "--node", paramLabel = "NODE", description = "Which node, where several wait.")
  private @Nullable String node;

  /** What is said: {@code answer}, {@code approve} or {@code reject}. */
  abstract String decision();

  /** The words that go with it; may be empty. */
  abstract String text();

  @Override
  public final Integer call() {
    var gateway = gateway();
    var task = gateway.answer(TaskNames.find(gateway, name), node, decision(), text());
    if (options().json()) {
      printJson(task);
    } else {
      out().printf("Task %s goes on.%n", task.task());
      out().flush();
    }
    return ExitCode.DONE;
  }
}
