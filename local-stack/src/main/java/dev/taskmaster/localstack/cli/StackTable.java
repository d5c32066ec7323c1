package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.state.StackState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stack as a table for people. */
final class StackTable {
  private final PrintWriter out;

  StackTable(PrintWriter out) {
    this.out = out;
  }

  void print(StackState state, Path dataDir) {
    var report = StackReport.of(state, dataDir);
    out.printf(Locale.ROOT, "%-12s %-9s %8s %8s  %s%n", "PROCESS", "STATE", "PID", "MB", "WHERE");
    for (var line : report.processes()) {
      out.printf(
          Locale.ROOT,
          "%-12s %-9s %8s %8s  %s%s%n",
          line.name(),
          line.state(),
          line.pid() == null ? "-" : line.pid(),
          megabytes(line.residentBytes()),
          line.uri(),
          line.restarts() == 0 ? "" : "  (restarted " + line.restarts() + " times)");
    }
    out.printf(
        Locale.ROOT,
        "%s, %s MB resident in all; data in %s%n",
        report.phase(),
        megabytes(report.residentBytes()),
        report.data());
    out.flush();
  }

  private static String megabytes(@Nullable Long bytes) {
    return bytes == null ? "-" : Long.toString(bytes >> 20);
  }
}
