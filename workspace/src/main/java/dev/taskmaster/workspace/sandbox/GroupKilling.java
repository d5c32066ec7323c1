package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Ends a process, its descendants and everything in its process group. */
final class GroupKilling implements ProcessRun.Killing {
  private final boolean leadsGroup;
  private final Map<String, String> env;

  GroupKilling(boolean leadsGroup, Map<String, String> env) {
    this.leadsGroup = leadsGroup;
    this.env = env;
  }

  @Override
  public void ask(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    signalGroup("-TERM", process);
    all.forEach(ProcessHandle::destroy);
    process.toHandle().destroy();
  }

  @Override
  public void force(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    signalGroup("-KILL", process);
    all.forEach(ProcessHandle::destroyForcibly);
    // By its handle: the process itself would close its output before all of it was read.
    process.toHandle().destroyForcibly();
  }

  private void signalGroup(String signal, Process process) {
    Optional<Path> kill = Programs.find("kill", env);
    if (!leadsGroup || kill.isEmpty()) {
      return;
    }
    try {
      // After setsid the group has the number of its first process, also when that is gone.
      Process sent =
          new ProcessBuilder(kill.get().toString(), signal, "--", "-" + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!sent.waitFor(2, TimeUnit.SECONDS)) {
        sent.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException cannotSignal) {
      // The descendants that are known are still ended one by one.
    }
  }
}
