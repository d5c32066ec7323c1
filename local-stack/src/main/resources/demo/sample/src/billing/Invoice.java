package billing;

import java.util.List;

/**
 * What a customer owes.
 *
 * @param lines in the order they were bought
 * @param discountRate in percent, 0 for none
 */
record Invoice(String customer, List<Line> lines, int discountRate) {
  Invoice {
    lines = List.copyOf(lines);
    if (discountRate < 0 || discountRate > 100) {
      throw new IllegalArgumentException("a discount lies between 0 and 100 percent");
    }
  }

  /** The sum of the lines before any discount. */
  long subtotal() {
    return lines.stream().mapToLong(Line::amount).sum();
  }

  /** What is to be paid. */
  long due() {
    return subtotal() - Discounts.of(lines, discountRate);
  }
}
