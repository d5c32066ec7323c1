package dev.taskmaster.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.NodeState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node as people see it, with what happened to it in each round. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeView(
    NodePath node,
    NodeKind kind,
    NodeState state,
    String lane,
    String label,
    List<NodePath> dependsOn,
    Map<String, WorkOrder.Opinion> opinions,
    @Nullable NodeResult result,
    BigDecimal amount,
    long millis,
    List<Run> runs) {
  public NodeView {
    dependsOn = List.copyOf(dependsOn);
    opinions = Map.copyOf(opinions);
    runs = List.copyOf(runs);
  }

  /**
   * What a round did with the node.
   *
   * @param how {@code ran}, {@code cache-hit}, {@code failed} or {@code superseded}
   * @param why the input that differed, or that none did
   * @param correction the layer whose opinions made it run again, or null
   * @param calls its model calls with transcripts by reference
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Run(
      int round,
      int attempt,
      String how,
      String why,
      @Nullable String correction,
      @Nullable String message,
      List<Finding> findings,
      List<ModelCallRecord> calls,
      long millis) {
    public Run {
      findings = List.copyOf(findings);
      calls = List.copyOf(calls);
    }
  }
}
