package dev.taskmaster.gateway.adapter.git;

import dev.taskmaster.gateway.projects.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit, read from git's objects. */
final class HeadFiles implements ProjectFiles {
  private static final int MOST = 50_000;

  private final Repository repository;
  private final Map<String, ObjectId> files;
  private final List<String> paths;

  private HeadFiles(Repository repository, Map<String, ObjectId> files) {
    this.repository = repository;
    this.files = files;
    this.paths = List.copyOf(files.keySet());
  }

  static HeadFiles of(Repository repository, ObjectId commit) throws IOException {
    var files = new TreeMap<String, ObjectId>();
    try (var commits = new RevWalk(repository);
        var walk = new TreeWalk(repository)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      while (files.size() < MOST && walk.next()) {
        var mode = walk.getFileMode(0);
        if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
          files.put(walk.getPathString(), walk.getObjectId(0));
        }
      }
    }
    return new HeadFiles(repository, files);
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public boolean has(String path) {
    return files.containsKey(path);
  }

  @Override
  public Optional<String> text(String path) {
    var object = files.get(path);
    if (object == null) {
      return Optional.empty();
    }
    try {
      var loader = repository.open(object);
      return loader.getSize() > LARGEST
          ? Optional.empty()
          : Optional.of(new String(loader.getBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s of %s".formatted(path, repository), e);
    }
  }
}
