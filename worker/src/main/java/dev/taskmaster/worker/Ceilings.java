package dev.taskmaster.worker;

import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;

/** What the work at a dispatched node can cost at most. */
@FunctionalInterface
public interface Ceilings {
  /** For workers that call no model. */
  Ceilings NONE = dispatch -> PriceCeiling.FREE;

  PriceCeiling of(NodeDispatched dispatch);
}
