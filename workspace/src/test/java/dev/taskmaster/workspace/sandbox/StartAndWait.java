package dev.taskmaster.workspace.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/** A JVM of its own that runs one sandboxed command, to be killed by a test. */
public final class StartAndWait {
  private StartAndWait() {}

  public static void main(String[] arguments) {
    var unused =
        Sandboxes.choose(false)
            .run(SandboxCommand.shell(arguments[1], Path.of(arguments[0]), Duration.ofMinutes(5)));
  }
}
