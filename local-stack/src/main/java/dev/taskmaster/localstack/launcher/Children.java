package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.parts.PlannedProcess;
import dev.taskmaster.localstack.process.Child;
import dev.taskmaster.localstack.process.LogFile;
import dev.taskmaster.localstack.state.ProcessState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The processes of an owned stack: started and stopped side by side, watched, started again. */
final class Children {
  private static final int LOG_LINES_SHOWN = 15;

  private final Map<String, PlannedProcess> plans = new ConcurrentHashMap<>();
  private final Map<String, Child> children = new ConcurrentHashMap<>();
  private final StackBoard board;
  private final RestartPolicy restarts;
  private volatile boolean stopping;

  Children(StackBoard board, RestartPolicy restarts) {
    this.board = board;
    this.restarts = restarts;
  }

  /**
   * Starts all of {@code processes} at once; returns when all are ready.
   *
   * @throws StackStartException if one does not come up
   */
  void startAll(List<PlannedProcess> processes) {
    atOnce(processes, this::startNew);
  }

  /** Ends all of {@code processes} at once and starts them again. */
  void restartAll(List<PlannedProcess> processes) {
    atOnce(
        processes,
        process -> {
          stop(process.name());
          start(process);
        });
  }

  /** Ends all of {@code processes} at once, and lets none of this stack start any more. */
  void stopAll(List<PlannedProcess> processes) {
    stopping = true;
    atOnce(processes, process -> stop(process.name()));
  }

  /** How the process called {@code name} is started. */
  PlannedProcess planOf(String name) {
    var plan = plans.get(name);
    if (plan == null) {
      throw new IllegalArgumentException("the stack has no process '" + name + "'");
    }
    return plan;
  }

  /** Sets logs aside that have grown too large. */
  void rotateLogs() {
    plans.values().forEach(plan -> new LogFile(plan.spec().log()).rotateIfLarge());
  }

  private void startNew(PlannedProcess process) {
    new LogFile(process.spec().log()).startNew();
    start(process);
  }

  private void start(PlannedProcess process) {
    var child = launch(process);
    if (isReady(child)) {
      board.update(state -> state.with(process.name(), entry -> entry.in(ProcessState.READY)));
      Thread.ofVirtual().name("watch-" + process.name()).start(() -> watch(process, child));
      return;
    }
    if (stopping || Thread.currentThread().isInterrupted()) {
      throw new StackStartException("The start of " + process.name() + " was called off.");
    }
    board.update(state -> state.with(process.name(), entry -> entry.in(ProcessState.FAILED)));
    throw new StackStartException(lastWords(child));
  }

  private synchronized Child launch(PlannedProcess process) {
    if (stopping) {
      throw new StackStartException("The stack is stopping: " + process.name() + " not started.");
    }
    plans.put(process.name(), process);
    var child = Child.start(process.spec());
    children.put(process.name(), child);
    board.update(state -> state.with(process.name(), entry -> entry.startedAs(child.identity())));
    return child;
  }

  private static boolean isReady(Child child) {
    try {
      return child.awaitReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String lastWords(Child child) {
    var spec = child.spec();
    var log = new LogFile(spec.log());
    var problem =
        child.isAlive()
            ? "was not ready after " + spec.startLimit().toSeconds() + " s"
            : "ended with exit code " + child.exitCode();
    return """
        %s %s while starting. The last lines of %s:
        %s
        See the whole log there; './taskmaster up' tries again.\
        """
        .formatted(
            spec.name(), problem, log.path(), String.join("\n", log.lastLines(LOG_LINES_SHOWN)));
  }

  private void watch(PlannedProcess process, Child child) {
    try {
      child.awaitEnd();
      if (stopping || child.isWantedToEnd()) {
        return;
      }
      board.update(
          state -> state.with(process.name(), entry -> entry.in(ProcessState.FAILED).restarted()));
      if (restarts.mayRestart(process.name())) {
        start(planOf(process.name()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StackStartException e) {
      System.err.println("restart of " + process.name() + " failed: " + e.getMessage());
    }
  }

  private void stop(String name) {
    var child = childOf(name);
    if (child != null) {
      child.stop();
      board.update(state -> state.with(name, entry -> entry.in(ProcessState.STOPPED)));
    }
  }

  private synchronized @Nullable Child childOf(String name) {
    return children.get(name);
  }

  private static void atOnce(List<PlannedProcess> processes, Step step) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ExecutorCompletionService<PlannedProcess>(executor);
      processes.forEach(process -> results.submit(() -> step.apply(process), process));
      try {
        for (int i = 0; i < processes.size(); i++) {
          results.take().get();
        }
      } catch (ExecutionException e) {
        executor.shutdownNow();
        throw asStartException(e);
      } catch (InterruptedException e) {
        executor.shutdownNow();
        Thread.currentThread().interrupt();
        throw new StackStartException("Interrupted.", e);
      }
    }
  }

  private static StackStartException asStartException(ExecutionException e) {
    return e.getCause() instanceof StackStartException known
        ? known
        : new StackStartException("A process could not be started: " + e.getCause(), e);
  }

  @FunctionalInterface
  private interface Step {
    void apply(PlannedProcess process);
  }
}
