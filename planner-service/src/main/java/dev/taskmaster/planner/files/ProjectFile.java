package dev.taskmaster.planner.files;

/**
 * A file of the project.
 *
 * @param path relative, with slashes
 * @param size in bytes
 */
public record ProjectFile(String path, long size) {

  /** The last element of its path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
