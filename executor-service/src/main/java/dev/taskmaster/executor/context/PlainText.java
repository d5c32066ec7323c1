package dev.taskmaster.executor.context;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as models can read it. */
public final class PlainText {
  private static final int LOOKED_AT = 8_000;

  private PlainText() {}

  /**
   * The bytes as text: UTF-8, else one byte per character; empty for binary content, told as git
   * does by a zero byte near the beginning.
   */
  public static Optional<String> of(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        return Optional.empty();
      }
    }
    var text = CharBuffer.allocate(bytes.length);
    // Not at its end: a character that a limit cut in two is no sign of another encoding.
    var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, false);
    return Optional.of(
        result.isError() ? new String(bytes, StandardCharsets.ISO_8859_1) : text.flip().toString());
  }

  /** The beginning of a text that is too long, and how much is missing. */
  public static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most)
            + "\n[… %d characters left out]\n".formatted(text.length() - most);
  }

  /** Beginning and end of a text that is too long: for outputs, whose end says how it went. */
  public static String headAndTail(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int head = most / 3;
    int tail = most - head;
    return text.substring(0, head)
        + "\n[… %d characters left out …]\n".formatted(text.length() - most)
        + text.substring(text.length() - tail);
  }
}
