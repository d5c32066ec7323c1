package dev.taskmaster.patch.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree held in memory: small trees, and tests. */
public final class MapTree implements SourceTree {
  private final TreeMap<String, FileContent> files;

  public MapTree(Map<String, FileContent> files) {
    this.files = new TreeMap<>(files);
  }

  @Override
  public Optional<FileContent> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public boolean exists(String path) {
    if (files.containsKey(path)) {
      return true;
    }
    String below = files.ceilingKey(path + "/");
    return below != null && below.startsWith(path + "/");
  }

  @Override
  public List<String> list() {
    return List.copyOf(files.keySet());
  }

  /** This tree after the edits. */
  public MapTree after(List<FileEdit> edits) {
    Map<String, FileContent> next = new TreeMap<>(files);
    for (FileEdit edit : edits) {
      switch (edit) {
        case FileEdit.Write write ->
            next.put(write.path(), new FileContent(write.content(), write.mode()));
        case FileEdit.Delete delete -> next.remove(delete.path());
      }
    }
    return new MapTree(next);
  }
}
