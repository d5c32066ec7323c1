package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.context.PlainText;
import dev.taskmaster.executor.project.CommandRun;
import dev.taskmaster.executor.project.CommandRuns;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import java.time.Duration;
import java.util.List;

/** A shell command in the sandbox; its output is the result. What it changes is thrown away. */
public final class CommandNode implements NodeKindWork {
  private static final Duration USUAL_LIMIT = Duration.ofMinutes(10);
  private static final int MOST_RESULT = 40_000;
  private static final int MOST_EXCERPT = 2_000;

  private final CommandRuns runs;
  private final Texts texts;

  public CommandNode(CommandRuns runs, Texts texts) {
    this.runs = runs;
    this.texts = texts;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.COMMAND;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) throws InterruptedException {
    var command = Wanted.text(order, "command");
    var limit =
        order
            .number("timeoutSeconds")
            .map(seconds -> Duration.ofSeconds(Math.max(1, seconds.longValue())))
            .orElse(USUAL_LIMIT);
    var run = runs.run(order, command, limit, attempt);
    return run.succeeded()
        ? texts.done(PlainText.headAndTail(run.output(), MOST_RESULT))
        : failed(command, run);
  }

  private NodeOutcome failed(String command, CommandRun run) {
    var how = run.ending().isEmpty() ? "exited with " + run.exitCode() : run.ending();
    var message = "the command '%s' %s".formatted(firstLine(command), how);
    var excerpt = PlainText.headAndTail(run.output().strip(), MOST_EXCERPT);
    return new NodeOutcome.Failed(
        FaultKind.INPUT,
        message,
        List.of(new Finding("command", message, null, 0, excerpt)),
        null,
        texts.keep(run.output()));
  }

  private static String firstLine(String command) {
    return command.lines().findFirst().orElse(command);
  }
}
