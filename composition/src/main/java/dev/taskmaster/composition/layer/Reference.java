package dev.taskmaster.composition.layer;

import org.jspecify.annotations.Nullable;

/**
 * A reference or payload as it was written (chapter 2.3).
 *
 * @param asset the asset path, empty for a target in the same layer stack
 * @param prim the target prim, or null for the default prim
 * @param offset time offset; kept and used for identity only
 * @param scale time scale; kept and used for identity only
 */
public record Reference(
    String asset, @Nullable Path prim, double offset, double scale, Value.Dictionary customData) {

  public static Reference to(String asset, @Nullable Path prim) {
    return new Reference(asset, prim, 0, 1, Value.Dictionary.EMPTY);
  }

  public static Reference internal(Path prim) {
    return to("", prim);
  }

  public boolean isInternal() {
    return asset.isEmpty();
  }

  public boolean hasRetiming() {
    return offset != 0 || scale != 1;
  }
}
