package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.launcher.StackListener;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.ProcessState;
import dev.taskmaster.localstack.state.StackState;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows how a start or stop goes on: one line that is redrawn on a terminal, else a line per step.
 */
final class StartView implements StackListener, AutoCloseable {
  private final PrintWriter out;
  private final boolean live;
  private final long begun = System.nanoTime();
  private final Map<String, ProcessState> shown = new HashMap<>();
  private boolean drawn;

  private StartView(PrintWriter out, boolean live) {
    this.out = out;
    this.live = live;
  }

  static StartView on(PrintWriter out) {
    return new StartView(out, Terminal.showsProgress());
  }

  @Override
  public synchronized void changed(StackState state) {
    if (live) {
      redraw(state);
    } else {
      printSteps(state);
    }
  }

  private void printSteps(StackState state) {
    for (var entry : state.processes()) {
      var before = shown.put(entry.name(), entry.state());
      if (before != entry.state() && entry.state() != ProcessState.WAITING) {
        out.printf(
            Locale.ROOT,
            "%5.1f s  %-12s %s%n",
            seconds(),
            entry.name(),
            word(entry) + (entry.state() == ProcessState.READY ? "  " + entry.uri() : ""));
      }
    }
    out.flush();
  }

  private void redraw(StackState state) {
    var line =
        state.processes().stream()
            .map(entry -> mark(entry.state()) + entry.name())
            .collect(Collectors.joining("  "));
    out.printf(Locale.ROOT, "\r\u001b[K%5.1f s  %s", seconds(), line);
    drawn = true;
    if (state.phase() == Phase.READY) {
      close();
    }
    out.flush();
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      out.println();
      out.flush();
      drawn = false;
    }
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static String word(ProcessEntry entry) {
    return entry.state().name().toLowerCase(Locale.ROOT);
  }

  private static String mark(ProcessState state) {
    return switch (state) {
      case WAITING -> "· ";
      case STARTING -> "… ";
      case READY -> "✓ ";
      case FAILED -> "✗ ";
      case STOPPED -> "■ ";
    };
  }
}
