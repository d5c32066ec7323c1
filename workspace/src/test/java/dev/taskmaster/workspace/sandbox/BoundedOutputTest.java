package dev.taskmaster.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedOutputTest {

  @Test
  void shortOutputIsKeptWhole() {
    assertThat(kept(1_000, "héllo\n", 3)).isEqualTo("héllo\n");
  }

  @Test
  void longOutputKeepsBothEndsAndCountsTheRest() {
    String text = "START" + "x".repeat(5_000) + "END";

    String kept = kept(256, text, 97);

    assertThat(kept)
        .startsWith("STARTxxx")
        .endsWith("xxxEND")
        .contains("[… 4752 bytes left out …]");
  }

  @Test
  void noCharacterIsCutInTwo() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(600); i >= 0; i--) {
        text.append(random.nextBoolean() ? "a" : random.nextBoolean() ? "é" : "😀");
      }
      String kept = kept(256 + random.nextInt(8), text.toString(), 1 + random.nextInt(50));
      assertThat(kept).describedAs("seed %d, round %d", seed, round).doesNotContain("\uFFFD");
      if (text.toString().getBytes(StandardCharsets.UTF_8).length <= 256) {
        assertThat(kept).describedAs("seed %d, round %d", seed, round).isEqualTo(text.toString());
      }
    }
  }

  private static String kept(int limit, String text, int chunk) {
    BoundedOutput output = new BoundedOutput(limit);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i += chunk) {
      int length = Math.min(chunk, bytes.length - i);
      byte[] part = new byte[chunk];
      System.arraycopy(bytes, i, part, 0, length);
      output.add(part, length);
    }
    return output.text();
  }
}
