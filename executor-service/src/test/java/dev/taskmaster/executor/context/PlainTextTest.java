package dev.taskmaster.executor.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aCharacterCutInTwoIsNoSignOfAnotherEncoding() {
    var bytes = utf8("für €");

    assertThat(PlainText.of(bytes)).contains("für €");
    assertThat(PlainText.of(Arrays.copyOf(bytes, bytes.length - 1))).contains("für ");
  }

  @Test
  void bytesThatAreNoUtf8AreReadOneByOne() {
    assertThat(PlainText.of(new byte[] {'a', (byte) 0xfc, 'b'})).contains("aüb");
  }

  @Test
  void aZeroByteMeansBinary() {
    assertThat(PlainText.of(new byte[] {'a', 0, 'b'})).isEmpty();
  }

  @Test
  void theEndOfALongOutputIsKept() {
    assertThat(PlainText.headAndTail("a".repeat(50) + "end", 30))
        .startsWith("aaaaaaaaaa\n[… 23 characters left out …]\n")
        .endsWith("aend");
    assertThat(PlainText.headAndTail("short", 30)).isEqualTo("short");
  }
}
