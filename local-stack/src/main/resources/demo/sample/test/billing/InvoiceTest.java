package billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks without a test framework: prints what failed and exits 1. */
final class InvoiceTest {
  private static final List<String> FAILURES = new ArrayList<>();
  private static int checks;

  public static void main(String[] args) {
    withoutADiscountTheSubtotalIsDue();
    aDiscountIsRoundedHalfUp();
    aDiscountIsRoundedForEachLine();
    theInvoiceShowsWhatIsTakenOff();
    anInvoiceIsNotDueAtTheWeekend();
    if (!FAILURES.isEmpty()) {
      FAILURES.forEach(failure -> System.err.println("FAILED: " + failure));
      System.exit(1);
    }
    System.out.println(checks + " checks passed");
  }

  private static void withoutADiscountTheSubtotalIsDue() {
    var invoice = new Invoice("Ada", List.of(new Line("Pencil", 3, 115)), 0);
    equal(invoice.due(), 345L, "three pencils without a discount");
  }

  private static void aDiscountIsRoundedHalfUp() {
    var invoice = new Invoice("Ada", List.of(new Line("Eraser", 1, 150)), 5);
    equal(invoice.due(), 142L, "5 % off one eraser of 1.50");
  }

  private static void aDiscountIsRoundedForEachLine() {
    var pencil = new Line("Pencil", 1, 115);
    var invoice = new Invoice("Ada", List.of(pencil, pencil, pencil), 5);
    equal(invoice.due(), 327L, "5 % off three lines of 1.15");
  }

  private static void theInvoiceShowsWhatIsTakenOff() {
    var printed = InvoicePrinter.print(new Invoice("Ada", List.of(new Line("Eraser", 1, 150)), 10));
    equal(printed.contains("-0.15"), true, "the printed discount of 10 % on 1.50");
  }

  private static void anInvoiceIsNotDueAtTheWeekend() {
    equal(
        Terms.dueDate(LocalDate.of(2026, 5, 2)),
        LocalDate.of(2026, 5, 18),
        "the due date of an invoice of a Saturday");
  }

  private static void equal(Object actual, Object expected, String what) {
    checks++;
    if (!actual.equals(expected)) {
      FAILURES.add(what + ": expected " + expected + " but was " + actual);
    }
  }
}
