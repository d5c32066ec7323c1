package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.control.ControlClient;
import dev.taskmaster.localstack.control.ControlRequest;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.localstack.state.ProcessIdentity;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stack that another process holds together. */
final class AttachedStack implements RunningStack {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
  private static final Duration SUPERVISOR_LIMIT = Duration.ofSeconds(3);
  private static final long POLL_MILLIS = 50;

  private final StackFile file;
  private volatile StackState last;

  AttachedStack(StackFile file, StackState state) {
    this.file = file;
    this.last = state;
  }

  @Override
  public StackState state() {
    var now = file.read();
    now.filter(state -> state.id().equals(last.id())).ifPresent(state -> last = state);
    return last;
  }

  @Override
  public boolean isOwned() {
    return false;
  }

  @Override
  public void restartWorkers(ModelSettings settings) {
    control().ask(ControlRequest.RestartWorkers.of(settings));
  }

  @Override
  public void restart(String process) {
    control().ask(new ControlRequest.Restart(process));
  }

  private ControlClient control() {
    return new ControlClient(last.control());
  }

  @Override
  public void stop() {
    var before = state();
    askToStop(before);
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (System.nanoTime() < deadline && isAnyAlive(state())) {
      pause();
    }
    if (isAnyAlive(state())) {
      Leftovers.end(processes(state()));
      Leftovers.end(List.of(before.supervisor()));
    }
    awaitSupervisor(before.supervisor());
    forget(before);
  }

  /** A supervisor that lives for its stack alone ends with it; another program goes on. */
  private static void awaitSupervisor(ProcessIdentity supervisor) {
    if (supervisor.pid() == ProcessHandle.current().pid()) {
      return;
    }
    long deadline = System.nanoTime() + SUPERVISOR_LIMIT.toNanos();
    while (System.nanoTime() < deadline && supervisor.isAlive()) {
      pause();
    }
  }

  private void askToStop(StackState state) {
    try {
      control().ask(new ControlRequest.Stop());
    } catch (UncheckedIOException e) {
      // It is ending already, or hangs: the system's own way to ask is left.
      state.supervisor().find().ifPresent(ProcessHandle::destroy);
    }
  }

  /** The stack file goes when the supervisor has finished; one that was killed leaves it behind. */
  private void forget(StackState stopped) {
    var left = file.read();
    if (left.isPresent() && left.get().id().equals(stopped.id()) && !isAnyAlive(left.get())) {
      file.delete();
    }
  }

  private static boolean isAnyAlive(StackState state) {
    return processes(state).stream().anyMatch(ProcessIdentity::isAlive);
  }

  private static List<ProcessIdentity> processes(StackState state) {
    var identities = new ArrayList<ProcessIdentity>();
    for (var entry : state.processes()) {
      if (entry.identity() != null) {
        identities.add(entry.identity());
      }
    }
    return identities;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the stack was stopping", e);
    }
  }

  @Override
  public void close() {
    // Somebody else's: it goes on.
  }
}
