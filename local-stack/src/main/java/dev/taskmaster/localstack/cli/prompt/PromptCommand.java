package dev.taskmaster.localstack.cli.prompt;

import dev.taskmaster.localstack.cli.task.GroupCommand;
import picocli.CommandLine.Command;

/** What can be done with prompts. */
@Command(
    name = "prompt",
    description =
        "Search, add and show prompts. A version never changes; a new text is a new version.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PromptSearchCommand.class,
      PromptAddCommand.class,
      PromptShowCommand.class,
      PromptHistoryCommand.class
    })
public final class PromptCommand extends GroupCommand {}
