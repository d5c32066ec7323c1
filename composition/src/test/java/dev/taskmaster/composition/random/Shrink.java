package dev.taskmaster.composition.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves statements out of a failing list for as long as it fails, so that what is left can be
 * read.
 */
final class Shrink {

  private Shrink() {}

  static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
    List<T> smallest = failing;
    for (int size = Math.max(1, smallest.size() / 2); size >= 1; size /= 2) {
      for (int start = 0; start < smallest.size(); ) {
        List<T> fewer = new ArrayList<>(smallest);
        fewer.subList(start, Math.min(start + size, fewer.size())).clear();
        if (fails.test(fewer)) {
          smallest = fewer;
        } else {
          start += size;
        }
      }
    }
    return smallest;
  }
}
