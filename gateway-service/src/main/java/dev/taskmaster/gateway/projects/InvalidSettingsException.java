package dev.taskmaster.gateway.projects;

/** Settings of a project that cannot be used; the message names file, line, key and the way out. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String key;

  /**
   * @param line from 1
   * @param key the key at fault with those above it, {@code commands.test}; empty for the whole
   *     file
   */
  public InvalidSettingsException(int line, String key, String problem) {
    super(
        "%s line %d%s: %s"
            .formatted(SettingsFile.NAME, line, key.isEmpty() ? "" : ", " + key, problem));
    this.line = line;
    this.key = key;
  }

  public int line() {
    return line;
  }

  public String key() {
    return key;
  }
}
