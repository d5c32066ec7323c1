package dev.taskmaster.graphstore.ledger;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random inputs in any order, the promises checked after each; a failure prints its seed. */
class RandomTasksTest {
  private static final int STEPS = 80;

  @Test
  void noOrderOfInputsBreaksAPromise() {
    // The same in every build; new ones are for the thorough run.
    play(20_261_123L, 44);
  }

  @Test
  @Tag("thorough")
  void noneOfAMillionInputsBreaksAPromise() {
    play(new SplittableRandom().nextLong(), 1_000_000 / STEPS);
  }

  private static void play(long first, int sequences) {
    for (long seed = first; seed < first + sequences; seed++) {
      var task = new RandomTask(seed);
      try {
        for (int step = 0; step < STEPS; step++) {
          task.step();
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + " after " + task.history(), e);
      }
    }
  }
}
