package dev.taskmaster.composition.index;

/** How a node came into an index, strong to weak (chapter 7.1). */
public enum ArcType {
  ROOT,
  INHERIT,
  VARIANT,
  RELOCATE,
  REFERENCE,
  PAYLOAD,
  SPECIALIZE;

  /** Inherit or specialize. */
  public boolean isClass() {
    return this == INHERIT || this == SPECIALIZE;
  }

  boolean bringsTarget() {
    return this == REFERENCE || this == PAYLOAD;
  }
}
