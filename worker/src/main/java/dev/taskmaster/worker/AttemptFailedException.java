package dev.taskmaster.worker;

import dev.taskmaster.events.FaultKind;
import org.jspecify.annotations.Nullable;

/** Ends an attempt from deep inside its work; the work loop publishes its {@link #outcome}. */
public final class AttemptFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient NodeOutcome.Failed outcome;

  public AttemptFailedException(NodeOutcome.Failed outcome, @Nullable Throwable cause) {
    super(outcome.message(), cause);
    this.outcome = outcome;
  }

  public AttemptFailedException(FaultKind fault, String message) {
    this(new NodeOutcome.Failed(fault, message), null);
  }

  /** How the attempt ended. */
  public NodeOutcome.Failed outcome() {
    return outcome;
  }
}
