package dev.taskmaster.planner.files;

import java.util.List;
import java.util.Optional;

/** One state of a project's files; never changes. */
public interface ProjectTree {

  /** Every regular file. */
  List<ProjectFile> files();

  /**
   * A file as text.
   *
   * @param mostBytes what is read of it at most
   * @return empty where it is not there or not text
   */
  Optional<String> text(String path, int mostBytes);
}
