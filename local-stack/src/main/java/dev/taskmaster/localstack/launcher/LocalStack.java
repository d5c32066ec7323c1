package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.parts.Installation;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Starts, finds and stops the stack of a data folder. There is at most one per folder: whoever
 * comes second finds the first.
 */
public final class LocalStack {
  private final Installation installation;
  private final StackOptions options;
  private final StackListener listener;
  private final StackFile file;

  public LocalStack(StackOptions options) {
    this(options, StackListener.none());
  }

  /** {@code listener} is told how the start goes on. */
  public LocalStack(StackOptions options, StackListener listener) {
    this(Installation.find(), options, listener);
  }

  LocalStack(Installation installation, StackOptions options, StackListener listener) {
    this.installation = installation;
    this.options = options;
    this.listener = listener;
    this.file = new StackFile(options.dataDir());
  }

  /** The stack that runs in {@code dataDir}, ready or still starting. */
  public static Optional<RunningStack> find(Path dataDir) {
    var file = new StackFile(dataDir.toAbsolutePath().normalize());
    return file.read().filter(LocalStack::runs).map(state -> new AttachedStack(file, state));
  }

  static boolean runs(StackState state) {
    return state.phase() != Phase.FAILED && state.supervisor().isAlive();
  }

  /**
   * Starts the stack, held together by this process, or finds the one that runs; returns when it is
   * ready.
   *
   * @throws StackStartException if it does not come up
   */
  public RunningStack start() {
    var before = file.read();
    var lock = DataFolderLock.tryAcquire(options.dataDir());
    if (lock.isEmpty()) {
      return new StartWatch(file, listener, ended(before)).awaitReady(() -> true);
    }
    file.read().ifPresent(Leftovers::end);
    file.delete();
    return OwnedStack.start(installation, options, listener, lock.get());
  }

  /**
   * Like {@link #start()}, but held together by a process of its own that outlives this one.
   *
   * @throws StackStartException if it does not come up
   */
  public RunningStack startDetached() {
    var before = file.read();
    var watch = new StartWatch(file, listener, ended(before));
    if (before.filter(LocalStack::runs).isPresent()) {
      return watch.awaitReady(() -> true);
    }
    var supervisor = DetachedSupervisor.launch(installation, options);
    return watch.awaitReady(() -> supervisor.isStarting());
  }

  /** The stack of an earlier start, whose file is still there but says nothing any more. */
  private static Optional<String> ended(Optional<StackState> before) {
    return before.filter(state -> !runs(state)).map(StackState::id);
  }
}
