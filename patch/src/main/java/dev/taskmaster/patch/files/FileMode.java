package dev.taskmaster.patch.files;

import java.util.Optional;

/** The kinds of tree entries that git knows, folders aside. */
public enum FileMode {
  REGULAR("100644"),
  EXECUTABLE("100755"),
  SYMLINK("120000"),
  GITLINK("160000");

  private final String octal;

  FileMode(String octal) {
    this.octal = octal;
  }

  /** The six octal digits that git writes. */
  public String octal() {
    return octal;
  }

  /** Whether this is a file with content of its own. */
  public boolean isFile() {
    return this == REGULAR || this == EXECUTABLE;
  }

  /**
   * The mode that git writes so; empty for anything else. The historical 100664 reads as 100644.
   */
  public static Optional<FileMode> parse(String octal) {
    for (FileMode mode : values()) {
      if (mode.octal.equals(octal)) {
        return Optional.of(mode);
      }
    }
    return octal.equals("100664") ? Optional.of(REGULAR) : Optional.empty();
  }
}
