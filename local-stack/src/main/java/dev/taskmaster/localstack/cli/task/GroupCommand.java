package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.StackCommand;
import java.util.List;
import picocli.CommandLine.ParameterException;

/** A command that only has others below it. */
public abstract class GroupCommand extends StackCommand {
  @Override
  public final Integer call() {
    var names = List.copyOf(spec().subcommands().keySet());
    throw new ParameterException(
        spec().commandLine(),
        "Say what to do: %s %s.".formatted(spec().qualifiedName(), String.join("|", names)));
  }
}
