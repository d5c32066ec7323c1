package dev.taskmaster.localstack.live;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.JournalEvent.Corrected;
import dev.taskmaster.events.JournalEvent.NodeMoved;
import dev.taskmaster.events.JournalEvent.TaskMoved;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what happens in lines that stay, for logs and for terminals that cannot be redrawn. */
public final class LineWatcher implements Watcher {
  private final PrintWriter out;
  private @Nullable Instant begun;

  public LineWatcher(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void happened(JournalEvent event) {
    begun = begun == null ? event.at() : begun;
    var line =
        switch (event) {
          case TaskMoved moved -> line(moved);
          case NodeMoved moved -> line(moved);
          case Corrected corrected -> line(corrected);
          default -> "";
        };
    if (!line.isEmpty()) {
      out.printf("%8s  %s%n", Words.span(Duration.between(begun, event.at())), line);
      out.flush();
    }
  }

  private static String line(TaskMoved event) {
    var round = event.round() > 1 ? " (round " + event.round() + ")" : "";
    var why =
        event.to().terminal() && !event.reason().isBlank()
            ? ": " + Columns.oneLine(event.reason())
            : "";
    return "task " + event.to().wireName() + round + why;
  }

  private static String line(NodeMoved event) {
    var name = event.node().name();
    return switch (event.to()) {
      case RUNNING -> name + " running (" + event.lane() + ")";
      case SUCCEEDED ->
          event.cacheHit()
              ? name + " found: " + Columns.oneLine(event.reason())
              : name + " done" + facts(event);
      case FAILED -> name + " failed: " + Columns.oneLine(event.reason()) + facts(event);
      case WAITING -> name + " waits: " + Columns.oneLine(event.reason());
      case CANCELLED -> name + " cancelled";
      case READY ->
          event.from() == NodeState.CLAIMED || event.from() == NodeState.RUNNING
              ? name + " is tried again: " + Columns.oneLine(event.reason())
              : "";
      default -> "";
    };
  }

  private static String facts(NodeMoved event) {
    var facts = new ArrayList<String>();
    if (event.millis() > 0) {
      facts.add(Words.span(Duration.ofMillis(event.millis())));
    }
    if (event.model() != null) {
      facts.add(event.recorded() ? event.model() + " (recorded)" : event.model());
    }
    if (event.amount().signum() > 0) {
      facts.add(Words.money(event.amount(), "USD"));
    }
    return facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")";
  }

  private static String line(Corrected event) {
    return "corrected after round %d: %s; at fault %s, %s says %s%s; again: %s"
        .formatted(
            event.round(),
            Columns.oneLine(event.failure()),
            event.cause(),
            event.layer(),
            String.join(", ", event.changed()),
            event.fallback() ? " (by the fallback)" : "",
            event.dirty().stream().map(NodePath::name).collect(Collectors.joining(", ")));
  }

  @Override
  public void say(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
