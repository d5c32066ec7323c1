package dev.taskmaster.localstack.gateway;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.UnreadableEventException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The events of one task, in order and each once, to its end. A connection that breaks is taken up
 * again after the last event that came.
 */
public final class TaskFeed {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_FAILURES = 90;

  private final Http http;
  private final String path;
  private long last;
  private int failures;

  TaskFeed(Http http, String path, long after) {
    this.http = http;
    this.path = path;
    this.last = after;
  }

  /**
   * Passes each event to {@code watcher}; returns when the task has ended.
   *
   * @throws dev.taskmaster.localstack.cli.CommandFailure when the gateway stays away for long
   */
  public void forEach(Consumer<JournalEvent> watcher) throws InterruptedException {
    while (true) {
      try (var reader =
          new BufferedReader(
              new InputStreamReader(http.stream(path, last), StandardCharsets.UTF_8))) {
        read(reader, watcher);
        return;
      } catch (IOException e) {
        if (++failures > MOST_FAILURES) {
          throw http.unreachable(e);
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private void read(BufferedReader reader, Consumer<JournalEvent> watcher) throws IOException {
    var type = "";
    var data = new StringBuilder();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("event:")) {
        type = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      } else if (line.isEmpty() && !data.isEmpty()) {
        pass(type, data.toString(), watcher);
        data.setLength(0);
      }
    }
  }

  private void pass(String type, String json, Consumer<JournalEvent> watcher) {
    try {
      if (EventJson.read(type, json.getBytes(StandardCharsets.UTF_8))
          instanceof JournalEvent event) {
        failures = 0;
        last = event.seq();
        watcher.accept(event);
      }
    } catch (UnreadableEventException e) {
      // An event of a newer version: what it led to shows in the task itself.
      return;
    }
  }
}
