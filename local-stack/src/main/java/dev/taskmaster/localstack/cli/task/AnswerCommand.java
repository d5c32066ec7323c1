package dev.taskmaster.localstack.cli.task;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Answers a question. */
@Command(name = "answer", description = "Answer what a task asks.", mixinStandardHelpOptions = true)
public final class AnswerCommand extends AnsweringCommand {
  @Parameters(index = "1", paramLabel = "TEXT", description = "The answer.")
  private String text = "";

  @Override
  String decision() {
    return "answer";
  }

  @Override
  String text() {
    return text;
  }
}
