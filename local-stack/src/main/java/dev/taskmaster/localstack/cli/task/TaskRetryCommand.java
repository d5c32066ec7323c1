package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.ExitCode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a task that ended without a result. */
@Command(
    name = "retry",
    description =
        "Go on with a task that ended without a result, or give one that runs other limits.",
    mixinStandardHelpOptions = true)
final class TaskRetryCommand extends GatewayCommand {
  @Parameters(paramLabel = "TASK", description = "Its id, the end of it, or 'last'.")
  private String name = "";

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = "A new limit of what it may spend.")
  private @Nullable BigDecimal budget;

  @Option(names = "--rounds", paramLabel = "N", description = "A new limit of its rounds.")
  private @Nullable Integer rounds;

  @Option(
      names = "--fresh",
      paramLabel = "NODE",
      description = "A node whose result is to be made anew (may be repeated).")
  private List<String> fresh = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "Something the planner should know.")
  private @Nullable String note;

  @Option(names = "--follow", description = "Stay and show what happens until the task ends.")
  private boolean follow;

  @Override
  public Integer call() throws InterruptedException {
    var gateway = gateway();
    var id = TaskNames.find(gateway, name);
    Map<String, Object> changes = new LinkedHashMap<>();
    if (budget != null) {
      changes.put("budget", budget);
    }
    if (rounds != null) {
      changes.put("rounds", rounds);
    }
    if (!fresh.isEmpty()) {
      changes.put("fresh", fresh);
    }
    if (note != null) {
      changes.put("note", note);
    }
    var task = gateway.retry(id, changes);
    if (follow) {
      task = new Following(gateway, err()).toTheEnd(id);
    }
    if (options().json()) {
      printJson(task);
    } else if (follow) {
      new TaskReport(gateway).print(task, out());
    } else {
      out().printf("Task %s goes on. Watch it: ./taskmaster task show %s --follow%n", id, id);
      out().flush();
    }
    return follow ? TaskReport.exitCode(task) : ExitCode.DONE;
  }
}
