package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.live.Words;
import dev.taskmaster.views.TaskView;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in words what a task came to. */
public final class TaskReport {
  private final Gateway gateway;

  public TaskReport(Gateway gateway) {
    this.gateway = gateway;
  }

  /** The exit code that goes with the end of a task. */
  public static int exitCode(TaskView task) {
    return task.state() == TaskState.COMMITTED || task.state() == TaskState.COMPLETED
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  /**
   * Prints the result: the text, or the commit with what it changed; why there is none otherwise.
   */
  public void print(TaskView task, PrintWriter out) {
    var outcome = task.outcome();
    if (outcome != null && outcome.text() != null) {
      out.println(outcome.text().strip());
    } else if (task.commit() != null) {
      out.printf(
          "%s  %s on branch %s%n",
          task.state().wireName(), shortCommit(task.commit()), task.branch());
      out.print(diffStat(task));
    } else {
      var reason = task.reason() == null ? "" : ": " + task.reason();
      out.printf("%s%s%n", task.state().wireName(), reason);
    }
    out.flush();
  }

  /** One line about what it took. */
  public static String cost(TaskView task) {
    var cost = task.cost();
    var recorded =
        cost.recorded() == 0
            ? ""
            : cost.recorded() == cost.calls()
                ? ", recorded"
                : ", %d recorded".formatted(cost.recorded());
    return "%d round%s, %d node%s run, %d found, %d call%s%s, %s%s, %s + %s tokens"
        .formatted(
            task.rounds(),
            task.rounds() == 1 ? "" : "s",
            task.nodes().executed(),
            task.nodes().executed() == 1 ? "" : "s",
            task.nodes().cacheHits(),
            cost.calls(),
            cost.calls() == 1 ? "" : "s",
            recorded,
            Words.money(cost.amount(), cost.currency()),
            cost.estimated() ? " (estimated)" : "",
            Words.tokens(cost.inputTokens()),
            Words.tokens(cost.outputTokens()));
  }

  /** Which files the task's commit changed, and how much; empty where that cannot be told. */
  public String diffStat(TaskView task) {
    return diff(task, "--stat");
  }

  /** The task's change as a diff; empty where that cannot be told. */
  public String diff(TaskView task, String... how) {
    var commit = task.commit();
    if (commit == null) {
      return "";
    }
    try {
      var root = Path.of(gateway.project(task.project().value()).root());
      return Files.isDirectory(root) ? new Git(root).diff(commit, how) : "";
    } catch (CommandFailure e) {
      // The project is not known any more; the commit speaks for itself.
      return "";
    }
  }

  static String shortCommit(String commit) {
    return commit.substring(0, Math.min(10, commit.length()));
  }
}
