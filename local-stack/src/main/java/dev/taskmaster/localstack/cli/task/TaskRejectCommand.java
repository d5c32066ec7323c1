package dev.taskmaster.localstack.cli.task;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says no to a plan or a review, and why. */
@Command(
    name = "reject",
    description = "Say no to what a task shows you, and why.",
    mixinStandardHelpOptions = true)
final class TaskRejectCommand extends AnsweringCommand {
  @Parameters(
      index = "1",
      paramLabel = "WHY",
      description = "What is wrong with it; the next round learns from it.")
  private String text = "";

  @Override
  String decision() {
    return "reject";
  }

  @Override
  String text() {
    return text;
  }
}
