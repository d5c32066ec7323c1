package dev.taskmaster.composition;

import dev.taskmaster.composition.layer.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a stage chooses for all its prims.
 *
 * @param session identifier of a session layer, stronger than the root; or null
 * @param loaded which payload prims are loaded, by composed path
 * @param fallbacks for a variant set without a selection the variants to try in turn
 */
public record StageOptions(
    @Nullable String session,
    Predicate<Path> loaded,
    Map<String, List<String>> fallbacks,
    Limits limits) {

  /** No session layer, every payload loaded, no fallbacks. */
  public static final StageOptions DEFAULT =
      new StageOptions(null, path -> true, Map.of(), Limits.DEFAULT);

  public StageOptions {
    fallbacks = Map.copyOf(fallbacks);
  }

  public StageOptions session(String identifier) {
    return new StageOptions(identifier, loaded, fallbacks, limits);
  }

  public StageOptions load(Predicate<Path> which) {
    return new StageOptions(session, which, fallbacks, limits);
  }

  public StageOptions fallback(String set, String... variants) {
    Map<String, List<String>> more = new HashMap<>(fallbacks);
    more.put(set, List.of(variants));
    return new StageOptions(session, loaded, more, limits);
  }

  public StageOptions limits(Limits newLimits) {
    return new StageOptions(session, loaded, fallbacks, newLimits);
  }
}
