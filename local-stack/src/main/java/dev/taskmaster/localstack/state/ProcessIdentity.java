package dev.taskmaster.localstack.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process by its id and the moment it started, so that a process id which the system has given to
 * another process since is never mistaken for ours.
 */
public record ProcessIdentity(long pid, Instant startedAt) {
  /** How far two readings of one start may differ: they are derived from clock ticks. */
  private static final Duration TOLERANCE = Duration.ofMillis(1500);

  /** The identity of a live process; empty if it has ended. */
  public static Optional<ProcessIdentity> of(ProcessHandle process) {
    return process.info().startInstant().map(start -> new ProcessIdentity(process.pid(), start));
  }

  /** The identity of the process this code runs in. */
  public static ProcessIdentity ofThisProcess() {
    var self = ProcessHandle.current();
    return of(self).orElseGet(() -> new ProcessIdentity(self.pid(), Instant.EPOCH));
  }

  /** The process itself; empty if it has ended or its id belongs to another process now. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSameStart);
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return find().isPresent();
  }

  private boolean isSameStart(ProcessHandle candidate) {
    return candidate
        .info()
        .startInstant()
        .map(start -> Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
