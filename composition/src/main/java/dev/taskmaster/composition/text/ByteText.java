package dev.taskmaster.composition.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Builds a string from characters and single bytes of UTF-8. Bytes that do not form a character are
 * kept as lone surrogates (U+DC00 plus the byte), so that nothing is lost between reading and
 * writing.
 */
final class ByteText {

  private static final int ESCAPED_BYTES = 0xdc00;

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

  void character(char c) {
    flush();
    text.append(c);
  }

  void unit(int value) {
    if (value < 0x80) {
      character((char) value);
    } else {
      bytes.write(value);
    }
  }

  static boolean isByte(char c) {
    return c >= ESCAPED_BYTES + 0x80 && c <= ESCAPED_BYTES + 0xff;
  }

  static int byteOf(char c) {
    return c - ESCAPED_BYTES;
  }

  private void flush() {
    if (bytes.size() == 0) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPED_BYTES + (in.get() & 0xff)));
      }
      result = decoder.decode(in, out, true);
    }
    text.append(out.flip());
    bytes.reset();
  }

  @Override
  public String toString() {
    flush();
    return text.toString();
  }
}
