package dev.taskmaster.localstack.cli.task;

import picocli.CommandLine.Command;

/** What can be done with tasks. */
@Command(
    name = "task",
    description =
        "List, show, explain and guide tasks. A task is named by its id, the end of it, or 'last'.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TaskListCommand.class,
      TaskShowCommand.class,
      TaskExplainCommand.class,
      TaskCancelCommand.class,
      TaskRetryCommand.class,
      TaskApproveCommand.class,
      TaskRejectCommand.class
    })
public final class TaskCommand extends GroupCommand {}
