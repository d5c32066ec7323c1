package dev.taskmaster.gateway.projects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a project, made up. */
final class FakeFiles implements ProjectFiles {
  private final Map<String, String> files = new TreeMap<>();

  FakeFiles with(String path, String text) {
    files.put(path, text);
    return this;
  }

  static FakeFiles of(String... paths) {
    var files = new FakeFiles();
    for (var path : paths) {
      files.with(path, "");
    }
    return files;
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
