package dev.taskmaster.executor.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineRangeTest {
  @Test
  void rangesAreReadAsPeopleWriteThem() {
    assertThat(LineRange.parse("7")).contains(new LineRange(7, 7));
    assertThat(LineRange.parse(" 7-9 ")).contains(new LineRange(7, 9));
    assertThat(LineRange.parse("7-")).contains(new LineRange(7, Integer.MAX_VALUE));
    for (var wrong : new String[] {"", "x", "-3", "0", "9-7", "1-2-3", "99999999999"}) {
      assertThat(LineRange.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void anyRangeOfAnyTextIsWhatCountingLinesGives() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      int lines = 1 + random.nextInt(8);
      var text =
          IntStream.rangeClosed(1, lines)
              .mapToObj(n -> "l" + n + "\n")
              .collect(Collectors.joining());
      if (random.nextBoolean()) {
        text = text.substring(0, text.length() - 1);
      }
      int first = 1 + random.nextInt(9);
      int last = first + random.nextInt(5);
      var expected =
          text.lines().skip(first - 1L).limit(last - first + 1L).collect(Collectors.joining("\n"));

      var found = new LineRange(first, last).of(text).map(String::stripTrailing).orElse("");

      assertThat(found).as("seed %d: %d-%d of %s", seed, first, last, text).isEqualTo(expected);
    }
  }
}
