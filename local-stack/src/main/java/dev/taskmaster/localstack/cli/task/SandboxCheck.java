package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.CommandFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether commands of tasks can be locked up on this machine. */
public final class SandboxCheck {
  private static final List<String> TRIAL =
      List.of("bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "true");

  private SandboxCheck() {}

  /** Whether bubblewrap is there and works. */
  public static boolean works() {
    try {
      var process =
          new ProcessBuilder(TRIAL)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      // It is not installed.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Requires a sandbox, unless the person does without.
   *
   * @throws CommandFailure exit 2, naming both ways out
   */
  public static void require(boolean unsafeAllowed) {
    if (!unsafeAllowed && !works()) {
      throw CommandFailure.badInput(
          "There is no working sandbox (bwrap) on this machine, and a task runs commands that a model may have written. Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap), or accept the risk with --unsafe-host-exec.");
    }
  }
}
