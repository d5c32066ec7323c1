package dev.taskmaster.worker.model;

import dev.taskmaster.claims.ClaimRequest.PriceCeiling;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.Tier;
import dev.taskmaster.worker.Ceilings;
import java.util.Map;

/**
 * The price of the dearest model that may answer on a lane. A lane called like a tier has that
 * tier.
 *
 * @param tiers the tier of every other lane whose nodes call models
 * @param maxCalls how often a node may call, asking again included
 */
public record ModelCeilings(ModelCatalog catalog, Map<String, Tier> tiers, int maxCalls)
    implements Ceilings {
  public ModelCeilings {
    tiers = Map.copyOf(tiers);
  }

  @Override
  public PriceCeiling of(NodeDispatched dispatch) {
    // Without a model the claim costs nothing: the node fails with the way out, not the claim.
    if (!dispatch.kind().callsModel() || catalog.isEmpty()) {
      return PriceCeiling.FREE;
    }
    var price = catalog.ceiling(tierOf(dispatch.lane()));
    return new PriceCeiling(
        price.inPerMTok(), price.outPerMTok(), price.maxOutputTokens(), maxCalls);
  }

  private Tier tierOf(String lane) {
    for (var tier : Tier.values()) {
      if (tier.wireName().equals(lane)) {
        return tier;
      }
    }
    return tiers.getOrDefault(lane, Tier.PREMIUM);
  }
}
