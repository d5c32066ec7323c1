package dev.taskmaster.worker.model;

import dev.taskmaster.events.Finding;
import java.util.List;

/** A model answered, but not with what was asked for; the model is told the reason. */
public final class UnusableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient List<Finding> findings;

  public UnusableAnswerException(String reason) {
    this(reason, List.of());
  }

  /**
   * @param reason precise enough for the model to do better
   * @param findings for the correction of the inputs, should it not do better
   */
  public UnusableAnswerException(String reason, List<Finding> findings) {
    super(reason);
    this.reason = reason;
    this.findings = List.copyOf(findings);
  }

  public String reason() {
    return reason;
  }

  public List<Finding> findings() {
    return findings;
  }
}
