package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.StackAccess;
import dev.taskmaster.localstack.gateway.Gateway;
import dev.taskmaster.localstack.launcher.RunningStack;
import dev.taskmaster.views.TaskView;
import java.io.PrintWriter;

/** The stack that tasks run on: the one that runs, else a new one that stays. */
public final class StackForTasks {
  private final StackAccess access;
  private final PrintWriter progress;

  public StackForTasks(StackAccess access, PrintWriter progress) {
    this.access = access;
    this.progress = progress;
  }

  /** A stack that is ready and whose workers have these models. */
  public RunningStack require(ModelChoice models) {
    var found = access.find();
    if (found.isEmpty()) {
      var started = access.findOrStartDetached(options -> options.models(models.settings()));
      progress.printf(
          "The stack was started and stays; './taskmaster down' stops it. Models: %s%n",
          models.origin());
      progress.flush();
      return started;
    }
    var running = access.require();
    if (!running.state().models().equals(models.settings().fingerprint(System.getenv()))) {
      change(running, models);
    }
    return running;
  }

  /** Workers in the middle of something are left alone: their calls may have been paid for. */
  private void change(RunningStack running, ModelChoice models) {
    boolean busy =
        new Gateway(running.gatewayUri())
            .tasks(null, null, null, 50).items().stream()
                .map(TaskView::state)
                .anyMatch(state -> !state.terminal());
    if (busy) {
      progress.println(
          "note: The stack runs with other models than are configured here, and other tasks are being worked on; it keeps its models. './taskmaster down' and run again to change them.");
    } else {
      progress.printf("Restarting the workers with other models: %s%n", models.origin());
      running.restartWorkers(models.settings());
    }
    progress.flush();
  }
}
