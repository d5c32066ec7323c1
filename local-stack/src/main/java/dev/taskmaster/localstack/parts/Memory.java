package dev.taskmaster.localstack.parts;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory and speed settings of one JVM. The stack shares a person's machine, so each process
 * gets what it needs and no more, and the serial collector.
 */
record Memory(
    int heapMegabytes, int metaspaceMegabytes, int codeCacheMegabytes, Compiler compiler) {
  /** What is compiled, and how well. */
  enum Compiler {
    /** Quick to be ready, small; enough for what mostly waits. */
    QUICK,
    /** For what works hardest under load. */
    THOROUGH
  }

  private static final boolean QUIET_NEW_JDK = Runtime.version().feature() >= 24;

  /** The JVM flags that say so. */
  List<String> flags() {
    var flags =
        new ArrayList<>(
            List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Xms16m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=" + metaspaceMegabytes + "m",
                "-XX:ReservedCodeCacheSize=" + codeCacheMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
    if (compiler == Compiler.QUICK) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    if (QUIET_NEW_JDK) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }
}
