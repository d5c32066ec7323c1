package dev.taskmaster.composition.index;

/** Offsets and scales of time, which are kept and only checked (chapter 13). */
final class Retimings {

  private Retimings() {}

  static boolean isValid(double offset, double scale) {
    return Double.isFinite(offset) && Double.isFinite(scale) && scale != 0;
  }
}
