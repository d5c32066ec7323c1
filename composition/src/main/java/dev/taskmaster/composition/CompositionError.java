package dev.taskmaster.composition;

import dev.taskmaster.composition.layer.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something that composition left out, and why (chapter 13). Errors are data: everything else
 * composes on.
 *
 * @param prim the composed prim, or null for an error of a layer stack
 * @param layer identifier of the layer that holds the arc, sublayer or property
 * @param site path of the spec that was composed there
 * @param detail the offending path or asset, in words
 */
public record CompositionError(
    Kind kind, @Nullable Path prim, String layer, Path site, String detail) {

  /** Every kind of error. */
  public enum Kind {
    INVALID_SUBLAYER_PATH,
    SUBLAYER_CYCLE,
    INVALID_ASSET_PATH,
    INVALID_PRIM_PATH,
    UNRESOLVED_PRIM_PATH,
    ARC_CYCLE,
    INVALID_EXTERNAL_TARGET_PATH,
    INVALID_INSTANCE_TARGET_PATH,
    INCONSISTENT_PROPERTY_TYPE,
    INVALID_REFERENCE_OFFSET,
    INVALID_SUBLAYER_OFFSET,
    INDEX_CAPACITY_EXCEEDED,
    INVALID_AUTHORED_RELOCATION,
    INVALID_CONFLICTING_RELOCATION,
    INVALID_SAME_TARGET_RELOCATIONS,
    OPINION_AT_RELOCATION_SOURCE,
    ARC_TO_PROHIBITED_CHILD,
    /**
     * A feature outside of the subset: the layer uses it, and this library refuses to guess
     * (chapter 15).
     */
    UNSUPPORTED_FEATURE;

    /** The name in OpenUSD's manner, such as {@code ArcCycle}. */
    public String wireName() {
      StringBuilder name = new StringBuilder();
      boolean capital = true;
      for (char c : name().toCharArray()) {
        if (c != '_') {
          name.append(capital ? c : Character.toLowerCase(c));
        }
        capital = c == '_';
      }
      return name.toString();
    }
  }

  @Override
  public String toString() {
    return kind.wireName()
        + (prim == null ? "" : " at " + prim)
        + ": "
        + detail
        + " (in "
        + layer
        + " at "
        + site
        + ")";
  }
}
