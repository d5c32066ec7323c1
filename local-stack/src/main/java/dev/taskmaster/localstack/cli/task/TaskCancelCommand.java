package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels a task. */
@Command(
    name = "cancel",
    description = "Cancel a task; what runs for it is stopped.",
    mixinStandardHelpOptions = true)
final class TaskCancelCommand extends GatewayCommand {
  @Parameters(paramLabel = "TASK", description = "Its id, the end of it, or 'last'.")
  private String name = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for the record.")
  private String reason = "";

  @Override
  public Integer call() {
    var gateway = gateway();
    var task = gateway.cancel(TaskNames.find(gateway, name), reason);
    if (options().json()) {
      printJson(task);
    } else {
      out().printf("Task %s is being cancelled.%n", task.task());
      out().flush();
    }
    return ExitCode.DONE;
  }
}
