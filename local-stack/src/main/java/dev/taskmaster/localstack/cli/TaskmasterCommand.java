package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.cli.demo.DemoCommand;
import dev.taskmaster.localstack.cli.eval.EvalCommand;
import dev.taskmaster.localstack.cli.project.ProjectCommand;
import dev.taskmaster.localstack.cli.prompt.PromptCommand;
import dev.taskmaster.localstack.cli.task.AnswerCommand;
import dev.taskmaster.localstack.cli.task.RunCommand;
import dev.taskmaster.localstack.cli.task.TaskCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The root of the command line. A new command is one line in {@code subcommands}. */
@Command(
    name = "taskmaster",
    description =
        "Turns a large piece of work into a graph of small nodes and sees each of them done.",
    mixinStandardHelpOptions = true,
    version = "taskmaster 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      RunCommand.class,
      DemoCommand.class,
      EvalCommand.class,
      TaskCommand.class,
      AnswerCommand.class,
      PromptCommand.class,
      ProjectCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the task or check failed",
      "2:bad usage or input",
      "3:the stack is not reachable"
    })
public final class TaskmasterCommand extends StackCommand {
  @Mixin private GlobalOptions options = new GlobalOptions();

  GlobalOptions globalOptions() {
    return options;
  }

  @Override
  public Integer call() {
    var names = List.copyOf(spec().subcommands().keySet());
    throw new ParameterException(
        spec().commandLine(), "No command given: say one of " + String.join(", ", names) + ".");
  }
}
