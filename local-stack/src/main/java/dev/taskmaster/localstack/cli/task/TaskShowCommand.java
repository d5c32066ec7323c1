package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.live.Screen;
import dev.taskmaster.localstack.live.TaskPicture;
import dev.taskmaster.localstack.live.Tree;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a task: its tree, what was corrected, what it cost, what it changed. */
@Command(
    name = "show",
    description = "Show a task: its nodes, what was corrected, what it cost, what it changed.",
    mixinStandardHelpOptions = true)
final class TaskShowCommand extends GatewayCommand {
  @Parameters(paramLabel = "TASK", description = "Its id, the end of it, or 'last'.")
  private String name = "";

  @Option(names = "--diff", description = "Also print the change.")
  private boolean diff;

  @Option(names = "--follow", description = "Stay and show what happens until the task ends.")
  private boolean follow;

  @Override
  public Integer call() throws InterruptedException {
    var gateway = gateway();
    var id = TaskNames.find(gateway, name);
    var task = follow ? new Following(gateway, err()).toTheEnd(id) : gateway.task(id);
    if (options().json()) {
      printJson(task);
      return ExitCode.DONE;
    }
    var report = new TaskReport(gateway);
    var style = Following.style();
    out().printf("%s  project %s%n", task.task(), task.project());
    new Tree(style, Screen.now().width())
        .draw(TaskPicture.of(task, gateway.graph(id)), Instant.now())
        .forEach(out()::println);
    out().println(TaskReport.cost(task));
    task.waiting().forEach(waiting -> out().print(Following.question(id, waiting)));
    var reuse = task.reuse();
    if (reuse != null) {
      out()
          .printf(
              "looked at the graph %s (score %.2f): %s%n",
              reuse.definition(), reuse.score(), reuse.used() ? "used again" : "not used");
    }
    if (task.state().terminal()) {
      report.print(task, out());
    }
    if (diff) {
      out().print(report.diff(task));
    }
    out().flush();
    return ExitCode.DONE;
  }
}
