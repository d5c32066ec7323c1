package dev.taskmaster.models;

import java.nio.file.Path;

/** A {@code models.yaml} that cannot be used; the message names file, line, key and the way out. */
public final class InvalidModelsFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final int line;
  private final String key;

  /**
   * @param line from 1; 0 where the fault has no line
   * @param key the key at fault, empty where there is none
   */
  public InvalidModelsFileException(
      Path file, int line, String key, String problem, String wayOut) {
    super(
        file
            + (line > 0 ? ":" + line : "")
            + ": "
            + (key.isEmpty() ? "" : "'" + key + "': ")
            + problem
            + "; "
            + wayOut);
    this.file = file;
    this.line = line;
    this.key = key;
  }

  /** The file at fault. */
  public Path file() {
    return file;
  }

  /** The line at fault, from 1; 0 where the fault has no line. */
  public int line() {
    return line;
  }

  /**
   * The key at fault, such as {@code tier} or {@code price-per-mtok.in}; empty where there is none.
   */
  public String key() {
    return key;
  }
}
