package dev.taskmaster.localstack.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that only their owner may read. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /**
   * A new empty file in {@code folder}; temporary files are created readable by their owner alone
   * wherever the file system knows owners.
   */
  public static Path createTemporary(Path folder, String prefix) throws IOException {
    return Files.createTempFile(folder, prefix, ".tmp");
  }
}
