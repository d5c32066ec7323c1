package billing;

/** Arithmetic on amounts of whole cents. */
final class Money {
  private Money() {}

  /** {@code rate} percent of {@code cents}, cut off to whole cents. */
  static long percentCutOff(long cents, int rate) {
    return cents * rate / 100;
  }

  /** {@code rate} percent of {@code cents}, rounded half up to whole cents. */
  static long percentHalfUp(long cents, int rate) {
    return (cents * rate + 50) / 100;
  }

  /** An amount as customers read it: {@code 328} is {@code 3.28}. */
  static String text(long cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
