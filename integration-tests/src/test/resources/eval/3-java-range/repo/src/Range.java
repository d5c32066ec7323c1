/** A half-open range of whole numbers: {@code from} belongs to it, {@code to} does not. */
record Range(int from, int to) {

  boolean contains(int value) {
    return value >= from && value <= to;
  }

  int length() {
    return to - from;
  }
}
