package dev.taskmaster.patch.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One step from a tree to the next: a file written whole, or a file removed. */
public sealed interface FileEdit {

  /** The path from the root of the tree, with forward slashes. */
  String path();

  /**
   * The file has this content and mode afterwards, whatever it was before.
   *
   * @param content not copied; nobody may change it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Write(String path, byte[] content, FileMode mode) implements FileEdit {
    public Write {
      if (!mode.isFile()) {
        throw new IllegalArgumentException(
            "only regular and executable files are written, got %s for %s"
                .formatted(mode.octal(), path));
      }
    }

    /** A regular file with this text in UTF-8. */
    public static Write text(String path, String text) {
      return new Write(path, text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Write that
          && path.equals(that.path)
          && mode == that.mode
          && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
      return "Write[%s, %d bytes, %s]".formatted(path, content.length, mode.octal());
    }
  }

  /** The file is gone afterwards; it is no error when it was not there. */
  record Delete(String path) implements FileEdit {}
}
