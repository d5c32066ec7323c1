package dev.taskmaster.workspace;

import dev.taskmaster.patch.files.FileMode;
import java.nio.charset.StandardCharsets;

/**
 * The content of a file, or its beginning.
 *
 * @param bytes at most as many as were asked for; not copied, nobody may change them
 * @param size the size of the whole file in bytes
 * @param binary whether it looks binary: a NUL in its first 8,000 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record FileText(byte[] bytes, FileMode mode, long size, boolean binary) {

  /** Whether there is more than {@link #bytes}. */
  public boolean isCut() {
    return bytes.length < size;
  }

  /** The bytes read as UTF-8; malformed ones become U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
