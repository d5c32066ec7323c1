package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.events.JournalEvent;
import dev.taskmaster.events.JournalEvent.NodeMoved;
import dev.taskmaster.events.JournalEvent.TaskMoved;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.Terminal;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.live.LineWatcher;
import dev.taskmaster.localstack.live.RedrawnWatcher;
import dev.taskmaster.localstack.live.Style;
import dev.taskmaster.localstack.live.Watcher;
import dev.taskmaster.views.TaskView;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** Follows a task to its end and shows what happens; says what to do when a person is needed. */
public final class Following {
  private final Gateway gateway;
  private final PrintWriter progress;
  private final String farewell;

  /** Follows a task that goes on when nobody watches any more. */
  public Following(Gateway gateway, PrintWriter progress) {
    this(
        gateway,
        progress,
        "The task goes on. Watch it: ./taskmaster task show TASK --follow   Cancel it:"
            + " ./taskmaster task cancel TASK");
  }

  /**
   * @param farewell what is said when the person turns away; TASK stands for the task's id
   */
  public Following(Gateway gateway, PrintWriter progress, String farewell) {
    this.gateway = gateway;
    this.progress = progress;
    this.farewell = farewell;
  }

  /** Whether the terminal can be drawn on. */
  public static boolean isDrawable() {
    var term = System.getenv("TERM");
    return Terminal.showsProgress() && term != null && !term.equals("dumb");
  }

  /** Colours, where the terminal has them and they are wanted. */
  public static Style style() {
    return Terminal.showsProgress()
        ? Style.of(System.getenv("TERM"), System.getenv("NO_COLOR"))
        : Style.PLAIN;
  }

  /** Waits for the end of the task; what it came to. */
  public TaskView toTheEnd(TaskId task) throws InterruptedException {
    var asked = new HashSet<String>();
    try (var watcher = watcher(task);
        var interrupted =
            new Interrupted(watcher, progress, farewell.replace("TASK", task.value()))) {
      gateway
          .follow(task, 0)
          .forEach(
              event -> {
                watcher.happened(event);
                askIfWaiting(task, event, watcher, asked);
              });
      interrupted.disarm();
    }
    return gateway.task(task);
  }

  private Watcher watcher(TaskId task) {
    return isDrawable() ? new RedrawnWatcher(progress, style(), task) : new LineWatcher(progress);
  }

  /** Each question is asked once, with what a person needs to decide it. */
  private void askIfWaiting(TaskId task, JournalEvent event, Watcher watcher, Set<String> asked) {
    boolean waits =
        event instanceof NodeMoved node && node.to() == NodeState.WAITING
            || event instanceof TaskMoved moved && moved.to() == TaskState.PLAN_REVIEW;
    if (!waits || !asked.add(Long.toString(event.seq()))) {
      return;
    }
    for (var waiting : gateway.task(task).waiting()) {
      if (asked.add(waiting.node() + waiting.question() + waiting.detail())) {
        watcher.say(question(task, waiting));
      }
    }
  }

  /** A question in words, with the ways to answer it. */
  static String question(TaskId task, TaskView.Waiting waiting) {
    var detail = waiting.detail() == null ? "" : waiting.detail().stripTrailing() + "\n";
    return """

        %s waits for you: %s
        %s  ./taskmaster answer %s "TEXT"
          ./taskmaster task approve %s   or   ./taskmaster task reject %s "WHY"
        """
        .formatted(waiting.node().name(), waiting.question(), detail, task, task, task);
  }

  /** Says what becomes of the task when the person turns away. */
  private static final class Interrupted implements AutoCloseable {
    private final Thread hook;

    Interrupted(Watcher watcher, PrintWriter progress, String farewell) {
      this.hook =
          new Thread(
              () -> {
                watcher.close();
                progress.printf("%n%s%n", farewell);
                progress.flush();
              });
      Runtime.getRuntime().addShutdownHook(hook);
    }

    void disarm() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already, and the hook has said its piece.
        return;
      }
    }

    @Override
    public void close() {
      disarm();
    }
  }
}
