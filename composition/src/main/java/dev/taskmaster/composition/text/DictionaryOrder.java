package dev.taskmaster.composition.text;

/**
 * The order in which the real tools sort property names: letters without case first, digits by
 * their number.
 */
final class DictionaryOrder {

  private DictionaryOrder() {}

  static int compare(String left, String right) {
    int i = 0;
    int j = 0;
    int zeros = 0;
    while (i < left.length() && j < right.length()) {
      char a = left.charAt(i);
      char b = right.charAt(j);
      if (isDigit(a) && isDigit(b)) {
        int endA = endOfDigits(left, i);
        int endB = endOfDigits(right, j);
        String numberA = left.substring(i, endA).replaceFirst("^0+(?=.)", "");
        String numberB = right.substring(j, endB).replaceFirst("^0+(?=.)", "");
        int order =
            numberA.length() != numberB.length()
                ? Integer.compare(numberA.length(), numberB.length())
                : numberA.compareTo(numberB);
        if (order != 0) {
          return order;
        }
        zeros = zeros != 0 ? zeros : Integer.compare(endA - i, endB - j);
        i = endA;
        j = endB;
        continue;
      }
      int order = Character.compare(folded(a), folded(b));
      if (order != 0) {
        return order;
      }
      i++;
      j++;
    }
    int rest = Integer.compare(left.length() - i, right.length() - j);
    if (rest != 0) {
      return rest;
    }
    return zeros != 0 ? zeros : left.compareTo(right);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char folded(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
  }

  private static int endOfDigits(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
