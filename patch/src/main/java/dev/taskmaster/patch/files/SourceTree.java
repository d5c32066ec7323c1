package dev.taskmaster.patch.files;

import java.util.List;
import java.util.Optional;

/** The immutable tree a patch is applied to. Paths are relative, with forward slashes. */
public interface SourceTree {

  /**
   * The file, symbolic link or gitlink at this path, links not followed; empty for folders and for
   * what does not exist.
   */
  Optional<FileContent> read(String path);

  /** Whether there is a file, link or folder at exactly this path. */
  boolean exists(String path);

  /** The paths of all files and links, sorted. */
  List<String> list();
}
