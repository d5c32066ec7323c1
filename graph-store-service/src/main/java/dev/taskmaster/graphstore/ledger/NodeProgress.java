package dev.taskmaster.graphstore.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.views.NodeView.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a node is.
 *
 * @param present whether the composed graph has the node now; one that a new plan dropped is kept
 *     for its history
 * @param attempt counts for the node's whole life, so that no attempt is ever confused with another
 * @param sends how often this attempt was dispatched
 * @param leaseUntil while claimed or running
 * @param dueAt when something has to be done about it: a lease looked at, a retry dispatched
 * @param key the key of {@code result}, or of the inputs of the attempt under way
 * @param inputs what the key is made of, by name
 * @param why why the attempt under way was needed: which input differed
 * @param correction the layer of a round whose opinion made it needed, or null
 * @param failures passing failures since it became ready
 * @param providerSince since when a provider has failed it without a break
 * @param awaitsBudget whether a claim was denied until other nodes give back what they reserved
 * @param fresh whether its next result has to be made, not found
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record NodeProgress(
    NodeState state,
    boolean present,
    long epoch,
    int attempt,
    int sends,
    @Nullable String worker,
    @Nullable Instant leaseUntil,
    @Nullable Instant dueAt,
    @Nullable String key,
    Map<String, String> inputs,
    @Nullable String why,
    @Nullable String correction,
    @Nullable NodeResult result,
    @Nullable Question question,
    int failures,
    @Nullable Instant providerSince,
    boolean awaitsBudget,
    boolean fresh,
    @Nullable Instant claimedAt,
    List<Run> runs,
    BigDecimal amount,
    long millis) {

  public NodeProgress {
    inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    runs = runs == null ? List.of() : List.copyOf(runs);
    amount = amount == null ? BigDecimal.ZERO : amount;
  }

  /** What a person is asked. */
  public record Question(String text, @Nullable BlobRef detail) {}

  /** A node nobody has worked on. */
  public static NodeProgress fresh(long epoch) {
    return new NodeProgress(
        NodeState.PENDING,
        true,
        epoch,
        1,
        0,
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null,
        0,
        null,
        false,
        false,
        null,
        List.of(),
        BigDecimal.ZERO,
        0);
  }

  /** Whether a worker has it now. */
  public boolean held() {
    return state == NodeState.CLAIMED || state == NodeState.RUNNING;
  }
}
