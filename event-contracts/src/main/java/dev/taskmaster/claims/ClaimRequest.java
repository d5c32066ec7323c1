package dev.taskmaster.claims;

import dev.taskmaster.events.DispatchId;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.TaskId;
import java.math.BigDecimal;
import java.util.List;

/**
 * A worker wants these dispatched nodes; many in one call, each decided by itself.
 *
 * @param worker names the worker's process, unique among all that live
 */
public record ClaimRequest(String worker, List<Claim> claims) {
  public ClaimRequest {
    claims = List.copyOf(claims);
  }

  /**
   * One node.
   *
   * @param ceiling what its model calls can cost at most, so that the price is reserved
   */
  public record Claim(
      DispatchId dispatch,
      TaskId task,
      NodePath node,
      int attempt,
      long epoch,
      PriceCeiling ceiling) {}

  /**
   * The dearest that the lane's model gets.
   *
   * @param inPerMTok price of a million input tokens
   * @param outPerMTok price of a million output tokens
   * @param maxOutputTokens what one reply is limited to
   * @param maxCalls how often the node may call, asking again included
   */
  public record PriceCeiling(
      BigDecimal inPerMTok, BigDecimal outPerMTok, int maxOutputTokens, int maxCalls) {
    public static final PriceCeiling FREE =
        new PriceCeiling(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
  }
}
