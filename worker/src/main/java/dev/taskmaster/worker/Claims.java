package dev.taskmaster.worker;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.Heartbeat;

/** The graph store's side of the claim protocol. Calls block and are bounded in time. */
public interface Claims {

  /**
   * Asks for many dispatched nodes.
   *
   * @throws StoreUnreachableException when no decision came; asking again is right
   * @throws StoreRefusedException when the request itself was refused; asking again is useless
   */
  ClaimReply claim(ClaimRequest request);

  /**
   * Tells which attempts are still worked on.
   *
   * @throws StoreUnreachableException when no answer came
   * @throws StoreRefusedException when the request itself was refused
   */
  Heartbeat.Reply beat(Heartbeat heartbeat);
}
