package billing;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Until when an invoice is to be paid. */
final class Terms {
  private static final int USUAL_DAYS = 14;

  private Terms() {}

  /** Fourteen days from the day of the invoice, or the next working day after them. */
  static LocalDate dueDate(LocalDate invoiced) {
    var date = invoiced.plusDays(USUAL_DAYS);
    while (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      date = date.plusDays(1);
    }
    return date;
  }
}
