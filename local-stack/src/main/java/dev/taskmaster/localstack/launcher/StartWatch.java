package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.state.Phase;
import dev.taskmaster.localstack.state.StackFile;
import dev.taskmaster.localstack.state.StackState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Follows, through its file, a stack that another process starts. */
final class StartWatch {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final long POLL_MILLIS = 50;

  private final StackFile file;
  private final StackListener listener;
  private final Optional<String> ended;

  /** {@code ended} is the id of an earlier stack whose file may still lie there. */
  StartWatch(StackFile file, StackListener listener, Optional<String> ended) {
    this.file = file;
    this.listener = listener;
    this.ended = ended;
  }

  /**
   * Waits for the stack to be ready.
   *
   * @param starter tells whether somebody is still at work on the start, throwing what went wrong
   * @throws StackStartException if it does not come up
   */
  RunningStack awaitReady(BooleanSupplier starter) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    Optional<StackState> shown = Optional.empty();
    while (System.nanoTime() < deadline) {
      boolean goesOn = starter.getAsBoolean();
      var state = file.read().filter(now -> !ended.equals(Optional.of(now.id())));
      if (state.isPresent() && !state.equals(shown)) {
        listener.changed(state.get());
        shown = state;
      }
      if (state.isPresent() && isReady(state.get())) {
        return new AttachedStack(file, state.get());
      }
      if (!goesOn && state.isEmpty()) {
        throw new StackStartException("The stack was stopped while it started.");
      }
      pause();
    }
    throw new StackStartException(
        "The stack was not ready after %d s. See the logs beside %s."
            .formatted(LIMIT.toSeconds(), file.path()));
  }

  private static boolean isReady(StackState state) {
    if (state.phase() == Phase.FAILED) {
      throw new StackStartException(String.valueOf(state.failure()));
    }
    return state.phase() == Phase.READY && LocalStack.runs(state);
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
