package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.state.ProcessEntry;
import dev.taskmaster.localstack.state.ProcessIdentity;
import dev.taskmaster.localstack.state.StackState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of a stack whose supervisor is gone. Only processes whose id and start are those
 * recorded are touched: an id may belong to somebody else by now.
 */
final class Leftovers {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Leftovers() {}

  /** Ends what is left of {@code state}; returns the names of what was still there. */
  static List<String> end(StackState state) {
    var left =
        state.processes().stream()
            .filter(entry -> entry.identity() != null && entry.identity().isAlive())
            .toList();
    end(left.stream().map(ProcessEntry::identity).filter(Objects::nonNull).toList());
    return left.stream().map(ProcessEntry::name).toList();
  }

  /** Asks all of them to end, waits, and ends those that did not. */
  static void end(Collection<ProcessIdentity> processes) {
    var live = processes.stream().flatMap(identity -> identity.find().stream()).toList();
    live.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + GRACE.toNanos();
    for (var process : live) {
      if (!endsBefore(process, deadline)) {
        process.destroyForcibly();
        endsBefore(process, System.nanoTime() + GRACE.toNanos());
      }
    }
  }

  private static boolean endsBefore(ProcessHandle process, long deadline) {
    try {
      process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
