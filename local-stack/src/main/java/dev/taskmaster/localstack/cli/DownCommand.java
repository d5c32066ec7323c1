package dev.taskmaster.localstack.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** Ends the local stack. */
@Command(
    name = "down",
    description = "End the local stack. Its state is kept for the next 'up'.",
    mixinStandardHelpOptions = true)
final class DownCommand extends StackCommand {
  @Override
  public Integer call() {
    var access = stack();
    var running = access.find();
    running.ifPresent(
        stack -> {
          err().println("Stopping the stack in " + access.dataDir() + " ...");
          err().flush();
          stack.stop();
        });
    DataFolder.ofThisPerson().forget(access.dataDir());
    if (options().json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("data", access.dataDir().toString());
      result.put("stopped", running.isPresent());
      printJson(result);
    } else {
      out()
          .println(
              running.isPresent()
                  ? "Stopped. State is kept in " + access.dataDir() + "."
                  : "No stack runs in " + access.dataDir() + ".");
      out().flush();
    }
    return ExitCode.DONE;
  }
}
