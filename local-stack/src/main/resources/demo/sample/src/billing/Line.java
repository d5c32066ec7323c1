package billing;

/**
 * One line of an invoice.
 *
 * @param article what was bought
 * @param quantity how many, at least one
 * @param price of one, in cents
 */
record Line(String article, int quantity, long price) {
  Line {
    if (quantity < 1) {
      throw new IllegalArgumentException(article + ": a line needs a quantity of at least 1");
    }
    if (price < 0) {
      throw new IllegalArgumentException(article + ": a price is not negative");
    }
  }

  /** What the line comes to before any discount. */
  long amount() {
    return quantity * price;
  }
}
