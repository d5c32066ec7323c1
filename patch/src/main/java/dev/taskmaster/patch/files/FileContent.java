package dev.taskmaster.patch.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's bytes and mode. A symbolic link's content is its target; a gitlink's is empty.
 *
 * @param bytes not copied; nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent")
public record FileContent(byte[] bytes, FileMode mode) {

  /** A regular file with this text in UTF-8. */
  public static FileContent text(String text) {
    return new FileContent(text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileContent that
        && mode == that.mode
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + mode.hashCode();
  }

  @Override
  public String toString() {
    return "FileContent[%d bytes, %s]".formatted(bytes.length, mode.octal());
  }
}
