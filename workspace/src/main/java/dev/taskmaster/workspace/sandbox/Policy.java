package dev.taskmaster.workspace.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * What a command may have. Everything not named it may not.
 *
 * @param network whether it reaches the network
 * @param writable folders besides its own it may write to, at their own paths
 * @param readOnly folders besides the tools it may read, at their own paths
 * @param memoryBytes the most memory one process of it may have; 0 for no limit
 * @param processes the most processes and threads it may have in all; 0 for no limit
 */
public record Policy(
    boolean network, List<Path> writable, List<Path> readOnly, long memoryBytes, int processes) {
  public Policy {
    writable = List.copyOf(writable);
    readOnly = List.copyOf(readOnly);
    if (memoryBytes < 0 || processes < 0) {
      throw new IllegalArgumentException("limits of memory and processes are not negative");
    }
  }

  /** No network, nothing extra, 4 GiB a process, 1,024 processes. */
  public static Policy standard() {
    return new Policy(false, List.of(), List.of(), 4L << 30, 1_024);
  }

  /** The same with the network. */
  public Policy withNetwork() {
    return new Policy(true, writable, readOnly, memoryBytes, processes);
  }

  /** The same with further folders to write to. */
  public Policy withWritable(List<Path> folders) {
    return new Policy(network, folders, readOnly, memoryBytes, processes);
  }

  /** The same with further folders to read. */
  public Policy withReadOnly(List<Path> folders) {
    return new Policy(network, writable, folders, memoryBytes, processes);
  }
}
