package billing;

import java.util.List;

/** What a customer gets off. */
final class Discounts {
  private Discounts() {}

  /** What {@code rate} percent off takes from these lines, in cents. */
  static long of(List<Line> lines, int rate) {
    long total = lines.stream().mapToLong(Line::amount).sum();
    return Money.percentCutOff(total, rate);
  }
}
