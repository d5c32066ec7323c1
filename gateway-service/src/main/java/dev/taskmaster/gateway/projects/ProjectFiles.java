package dev.taskmaster.gateway.projects;

import java.util.List;
import java.util.Optional;

/** The files of a project as they are committed at HEAD. */
public interface ProjectFiles {
  /** The most a file may have to be read, in bytes. */
  int LARGEST = 1 << 20;

  /** All paths from the root of the repository, sorted; bounded in number. */
  List<String> paths();

  /** The text at {@code path}; empty where there is no such file, or it is larger than allowed. */
  Optional<String> text(String path);

  default boolean has(String path) {
    return paths().contains(path);
  }
}
