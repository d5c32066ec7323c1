package dev.taskmaster.events;

import org.jspecify.annotations.Nullable;

/**
 * A record that is no event this version understands; it is parked with its bytes and this reason.
 */
public final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String problem, @Nullable Throwable cause) {
    super(cause == null ? problem : problem + ": " + cause.getMessage(), cause);
  }
}
