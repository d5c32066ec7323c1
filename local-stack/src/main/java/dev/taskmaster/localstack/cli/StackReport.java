package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.process.ResidentMemory;
import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.StackState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What {@code up} and {@code status} tell of a stack; the control token is left out. */
record StackReport(
    String data,
    String phase,
    Instant startedAt,
    long supervisorPid,
    long residentBytes,
    boolean unsafeHostExec,
    List<Line> processes) {
  record Line(
      String name,
      String state,
      @Nullable Long pid,
      String uri,
      @Nullable Long residentBytes,
      int restarts,
      String log) {}

  static StackReport of(StackState state, Path dataDir) {
    var lines = state.processes().stream().map(StackReport::line).toList();
    long supervisor = ResidentMemory.of(state.supervisor().pid()).orElse(0);
    long total = supervisor;
    for (var line : lines) {
      total += line.residentBytes() == null ? 0 : line.residentBytes();
    }
    return new StackReport(
        dataDir.toString(),
        state.phase().name().toLowerCase(Locale.ROOT),
        state.startedAt(),
        state.supervisor().pid(),
        total,
        state.unsafeHostExec(),
        lines);
  }

  private static Line line(ProcessEntry entry) {
    var identity = entry.identity();
    boolean alive = identity != null && identity.isAlive();
    OptionalLong memory =
        identity != null && alive ? ResidentMemory.of(identity.pid()) : OptionalLong.empty();
    return new Line(
        entry.name(),
        entry.state().name().toLowerCase(Locale.ROOT),
        identity != null && alive ? identity.pid() : null,
        entry.uri().toString(),
        memory.isPresent() ? memory.getAsLong() : null,
        entry.restarts(),
        entry.log().toString());
  }
}
