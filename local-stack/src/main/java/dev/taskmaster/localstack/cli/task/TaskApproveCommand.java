package dev.taskmaster.localstack.cli.task;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says yes to a plan or a review. */
@Command(
    name = "approve",
    description = "Say yes to what a task shows you.",
    mixinStandardHelpOptions = true)
final class TaskApproveCommand extends AnsweringCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Something to add.")
  private String text = "";

  @Override
  String decision() {
    return "approve";
  }

  @Override
  String text() {
    return text;
  }
}
