package dev.taskmaster.localstack.live;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.TaskId;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Draws the task's tree in place, ten times a second while something moves. */
public final class RedrawnWatcher implements Watcher {
  private static final String UP_AND_CLEAR = "\u001b[%dA\r\u001b[J";
  private static final int FRAMES_PER_SIZE = 20;

  private final PrintWriter out;
  private final Style style;
  private final TaskPicture picture;
  private final ScheduledExecutorService clock;
  private Screen screen = Screen.now();
  private int frames;
  private int drawn;
  private boolean closed;

  public RedrawnWatcher(PrintWriter out, Style style, TaskId task) {
    this.out = out;
    this.style = style;
    this.picture = new TaskPicture(task);
    this.clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    out.print("\u001b[?25l");
    clock.scheduleAtFixedRate(this::frame, 0, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void happened(JournalEvent event) {
    picture.apply(event);
  }

  @Override
  public synchronized void say(String text) {
    clear();
    out.println(text);
    draw(Integer.MAX_VALUE);
  }

  private synchronized void frame() {
    if (closed) {
      return;
    }
    if (frames++ % FRAMES_PER_SIZE == 0) {
      screen = Screen.now();
    }
    clear();
    draw(screen.height() - 1);
  }

  private void clear() {
    if (drawn > 0) {
      out.printf(UP_AND_CLEAR, drawn);
      drawn = 0;
    }
  }

  private void draw(int height) {
    List<String> lines =
        new Tree(style, screen.width() - 1)
            .draw(picture, Instant.now(), Math.min(height, screen.height() - 1));
    lines.forEach(out::println);
    drawn = lines.size();
    out.flush();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    clock.shutdownNow();
    clear();
    new Tree(style, screen.width() - 1).draw(picture, Instant.now()).forEach(out::println);
    out.print("\u001b[?25h");
    out.flush();
  }
}
