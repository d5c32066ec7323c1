package dev.taskmaster.worker;

import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. What its model calls cost is not in here: calls are noted on the {@link
 * Attempt} the moment they happen, so that no ending loses them.
 */
public sealed interface NodeOutcome {

  /** Finished with a result. */
  record Done(NodeResult result) implements NodeOutcome {}

  /**
   * Failed.
   *
   * @param message names the input, the problem and the way out
   * @param retryAfter how long a provider asked to wait, or null
   * @param log more of what happened, or null
   */
  record Failed(
      FaultKind fault,
      String message,
      List<Finding> findings,
      @Nullable Duration retryAfter,
      @Nullable BlobRef log)
      implements NodeOutcome {
    public Failed {
      findings = List.copyOf(findings);
    }

    public Failed(FaultKind fault, String message) {
      this(fault, message, List.of(), null, null);
    }

    public Failed(FaultKind fault, String message, List<Finding> findings) {
      this(fault, message, findings, null, null);
    }
  }

  /**
   * Needs a person, whose answer completes the node; the worker is free again.
   *
   * @param detail more to decide by, or null
   */
  record Waits(String question, @Nullable BlobRef detail) implements NodeOutcome {}
}
