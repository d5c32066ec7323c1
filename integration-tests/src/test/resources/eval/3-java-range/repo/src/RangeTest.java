/** Run with {@code java RangeTest}; exits 1 and says what is wrong when a check fails. */
class RangeTest {
  public static void main(String[] args) {
    var range = new Range(2, 5);
    check(range.contains(2), "the lower bound belongs to the range");
    check(!range.contains(5), "the upper bound does not belong to the range");
    check(range.length() == 3, "the length is the number of values");
    System.out.println("3 checks passed");
  }

  private static void check(boolean holds, String claim) {
    if (!holds) {
      System.err.println("FAILED: " + claim);
      System.exit(1);
    }
  }
}
