package dev.taskmaster.claims;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One decision per claim, in the order of the request. */
public record ClaimReply(List<Decision> decisions) {
  public ClaimReply {
    decisions = List.copyOf(decisions);
  }

  /** Whether the worker has the node now. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Granted.class, name = "granted"),
    @JsonSubTypes.Type(value = Denied.class, name = "denied")
  })
  public sealed interface Decision {}

  /**
   * Work on it, and beat before the lease ends.
   *
   * @param leaseMillis from the moment the reply is received, by the monotonic clock
   */
  public record Granted(WorkOrder work, long leaseMillis) implements Decision {}

  /** Leave it: taken, superseded, cancelled, or no budget now. The dispatch is done with. */
  public record Denied(String reason) implements Decision {}
}
