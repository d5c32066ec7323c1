package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts, finds and stops the stack of a data folder. There is at most one per folder: whoever
 * comes second finds the first.
 */
public final class LocalStack {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final long POLL_MILLIS = 100;

  private final StackOptions options;
  private final StackListener listener;

  public LocalStack(StackOptions options) {
    this(options, StackListener.none());
  }

  /** {@code listener} is told how the start goes on. */
  public LocalStack(StackOptions options, StackListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /** The stack that runs in {@code dataDir}, ready or still starting. */
  public static Optional<RunningStack> find(Path dataDir) {
    var file = new StackFile(dataDir.toAbsolutePath().normalize());
    return file.read().filter(LocalStack::runs).map(state -> new AttachedStack(file, state));
  }

  private static boolean runs(StackState state) {
    return state.phase() != Phase.FAILED && state.supervisor().isAlive();
  }

  /**
   * Starts the stack, held together by this process, or finds the one that runs; returns when it is
   * ready.
   *
   * @throws StackStartException if it does not come up
   */
  public RunningStack start() {
    var lock = DataFolderLock.tryAcquire(options.dataDir());
    if (lock.isEmpty()) {
      return awaitReady();
    }
    cleanUp(new StackFile(options.dataDir()));
    return OwnedStack.start(options, listener, lock.get());
  }

  /**
   * Like {@link #start()}, but held together by a process of its own that outlives this one.
   *
   * @throws StackStartException if it does not come up
   */
  public RunningStack startDetached() {
    var running = find(options.dataDir());
    if (running.isEmpty()) {
      new StackFile(options.dataDir()).read().ifPresent(Leftovers::end);
      DetachedSupervisor.launch(options);
    }
    return awaitReady();
  }

  private static void cleanUp(StackFile file) {
    file.read().ifPresent(Leftovers::end);
    file.delete();
  }

  private RunningStack awaitReady() {
    var file = new StackFile(options.dataDir());
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    var shown = Optional.<StackState>empty();
    while (System.nanoTime() < deadline) {
      var state = file.read();
      if (!state.equals(shown)) {
        state.ifPresent(listener::changed);
        shown = state;
      }
      if (state.isPresent()) {
        if (state.get().phase() == Phase.FAILED) {
          throw new StackStartException(String.valueOf(state.get().failure()));
        }
        if (state.get().phase() == Phase.READY && runs(state.get())) {
          return new AttachedStack(file, state.get());
        }
      }
      pause();
    }
    throw new StackStartException(
        "The stack in %s was not ready after %d s. See %s."
            .formatted(
                options.dataDir(),
                START_LIMIT.toSeconds(),
                DetachedSupervisor.log(options.dataDir())));
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackStartException("Interrupted.", e);
    }
  }
}
