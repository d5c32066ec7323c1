package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ends a sandbox. Its processes are asked one by one; then the outer bubblewrap is killed, and with
 * it the kernel ends every process of its namespace, however it forked.
 */
final class NamespaceKilling implements ProcessRun.Killing {

  @Override
  public void ask(Process process) {
    process.descendants().filter(child -> !isBubblewrap(child)).forEach(ProcessHandle::destroy);
  }

  @Override
  public void force(Process process) {
    // By its handle: the process itself would close its output before all of it was read.
    process.toHandle().destroyForcibly();
  }

  /** Asked to end, bubblewrap would end everything at once. */
  private static boolean isBubblewrap(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/comm")).strip().equals("bwrap");
    } catch (IOException gone) {
      return true;
    }
  }
}
