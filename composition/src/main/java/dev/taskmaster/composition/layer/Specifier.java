package dev.taskmaster.composition.layer;

import java.util.Locale;

/**
 * How a layer introduces a prim: defining it, adding to it, or keeping it as a class for others.
 */
public enum Specifier {
  DEF,
  OVER,
  CLASS;

  /** The word in the text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
