package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.state.StackFile;
import picocli.CommandLine.Command;

/** Shows what runs. */
@Command(
    name = "status",
    description = "Show what runs, where, and how much memory it holds.",
    mixinStandardHelpOptions = true)
final class StatusCommand extends StackCommand {
  @Override
  public Integer call() {
    var access = stack();
    var state = new StackFile(access.dataDir()).read();
    if (state.isEmpty() || access.find().isEmpty()) {
      throw CommandFailure.unreachable(
          "No stack runs in %s. Start one with './taskmaster up --detach', or say which with --data DIR."
              .formatted(access.dataDir()));
    }
    if (options().json()) {
      printJson(StackReport.of(state.get(), access.dataDir()));
    } else {
      new StackTable(out()).print(state.get(), access.dataDir());
    }
    return ExitCode.DONE;
  }
}
