package billing;

/** An invoice as text, as it is mailed to the customer. */
final class InvoicePrinter {
  private static final int WIDTH = 40;

  private InvoicePrinter() {}

  static String print(Invoice invoice) {
    var text = new StringBuilder();
    text.append("Invoice for ").append(invoice.customer()).append('\n');
    for (var line : invoice.lines()) {
      row(text, line.quantity() + " x " + line.article(), line.amount());
    }
    if (invoice.discountRate() > 0) {
      row(text, invoice.discountRate() + " % off", invoice.due() - invoice.subtotal());
    }
    row(text, "To be paid", invoice.due());
    return text.toString();
  }

  private static void row(StringBuilder text, String label, long cents) {
    var amount = cents < 0 ? "-" + Money.text(-cents) : Money.text(cents);
    text.append(label);
    text.append(" ".repeat(Math.max(1, WIDTH - label.length() - amount.length())));
    text.append(amount).append('\n');
  }
}
