package dev.taskmaster.workspace.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words before a command that limit what one process of it can use up. */
final class Limits {
  private static final long LARGEST_FILE = 8L << 30;
  private static final int OPEN_FILES = 16_384;

  private Limits() {}

  static List<String> of(Policy policy, boolean countsProcesses, Map<String, String> env) {
    Optional<Path> prlimit = Programs.find("prlimit", env);
    if (prlimit.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    words.add(prlimit.get().toString());
    words.add("--core=0");
    words.add("--fsize=" + LARGEST_FILE);
    words.add("--nofile=" + OPEN_FILES);
    if (policy.memoryBytes() > 0) {
      // Of the address space much is only reserved by today's runtimes; data is what they use.
      words.add("--data=" + policy.memoryBytes());
    }
    if (countsProcesses && policy.processes() > 0) {
      words.add("--nproc=" + policy.processes());
    }
    return List.copyOf(words);
  }
}
