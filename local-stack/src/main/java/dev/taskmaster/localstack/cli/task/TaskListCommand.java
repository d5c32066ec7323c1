package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.cli.ExitCode;
import dev.taskmaster.localstack.live.Columns;
import dev.taskmaster.localstack.live.Words;
import dev.taskmaster.views.TaskView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists tasks, newest first. */
@Command(name = "list", description = "List tasks, newest first.", mixinStandardHelpOptions = true)
final class TaskListCommand extends GatewayCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.systemDefault());

  @Option(names = "--state", paramLabel = "STATE", description = "Only tasks in this state.")
  private @Nullable String state;

  @Option(names = "--project", paramLabel = "ID", description = "Only tasks of this project.")
  private @Nullable String project;

  @Option(
      names = "--limit",
      defaultValue = "20",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on after the last list.")
  private @Nullable String cursor;

  @Override
  public Integer call() {
    if (state != null
        && Arrays.stream(TaskState.values()).noneMatch(s -> s.wireName().equals(state))) {
      throw CommandFailure.badInput(
          "'%s' is no state of a task: say one of %s."
              .formatted(
                  state,
                  Arrays.stream(TaskState.values())
                      .map(TaskState::wireName)
                      .collect(Collectors.joining(", "))));
    }
    var page = gateway().tasks(state, project, cursor, limit);
    if (options().json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("items", page.items());
      document.put("next", page.next());
      printJson(document);
      return ExitCode.DONE;
    }
    print(page.items());
    if (page.next() != null) {
      err().printf("More: ./taskmaster task list --cursor %s%n", page.next());
    }
    return ExitCode.DONE;
  }

  private void print(List<TaskView> tasks) {
    if (tasks.isEmpty()) {
      err().println("There are no tasks. Start one: ./taskmaster run --repo PATH \"DESCRIPTION\"");
      return;
    }
    for (var task : tasks) {
      out()
          .println(
              "%s  %s  %s  %3d  %9s  %s  %s"
                  .formatted(
                      task.task(),
                      TIME.format(task.submittedAt()),
                      Columns.fit(task.state().wireName(), 11),
                      task.rounds(),
                      Words.money(task.cost().amount(), task.cost().currency()),
                      Columns.fit(task.project().value(), 16),
                      Columns.cut(Columns.oneLine(task.description()), 60)));
    }
    out().flush();
  }
}
