package dev.taskmaster.localstack.cli.project;

import dev.taskmaster.localstack.cli.task.GroupCommand;
import picocli.CommandLine.Command;

/** What can be done with projects. */
@Command(
    name = "project",
    description = "Add, show and list projects: the repositories that tasks work on.",
    mixinStandardHelpOptions = true,
    subcommands = {ProjectAddCommand.class, ProjectShowCommand.class, ProjectListCommand.class})
public final class ProjectCommand extends GroupCommand {}
