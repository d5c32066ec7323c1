package dev.taskmaster.localstack.parts;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory and speed settings of one JVM. The stack shares a person's machine, so each process
 * gets what it needs and no more, the serial collector, and the compiler that is ready soonest.
 */
record Memory(int heapMegabytes, int metaspaceMegabytes, int codeCacheMegabytes) {
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
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
    if (QUIET_NEW_JDK) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }
}
