package dev.taskmaster.workspace.git;

import dev.taskmaster.patch.files.FileContent;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.workspace.ExchangeException;
import dev.taskmaster.workspace.FileText;
import dev.taskmaster.workspace.TreeFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads one tree of a repository. */
public final class GitTree implements SourceTree {
  /** What {@link #read(String)} returns at most; larger files read as if they were this long. */
  private static final int LARGEST = 64 << 20;

  private final Repository repository;
  private final ObjectId tree;

  public GitTree(Repository repository, ObjectId tree) {
    this.repository = repository;
    this.tree = tree;
  }

  /** All files, links and submodules, sorted as git sorts. */
  public List<TreeFile> files() {
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      List<TreeFile> files = new ArrayList<>();
      while (walk.next()) {
        FileMode mode = modeOf(walk.getRawMode(0));
        ObjectId id = walk.getObjectId(0);
        long size = mode == FileMode.GITLINK ? 0 : reader.getObjectSize(id, Constants.OBJ_BLOB);
        files.add(new TreeFile(walk.getPathString(), mode, size, id.name()));
      }
      return files;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The beginning of a file; empty when there is none at this path. */
  public Optional<FileText> read(String path, int maxBytes) {
    try (ObjectReader reader = repository.newObjectReader()) {
      Optional<TreeFile> entry = find(reader, path);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      FileMode mode = entry.get().mode();
      if (mode == FileMode.GITLINK) {
        return Optional.of(new FileText(new byte[0], mode, 0, false));
      }
      ObjectLoader loader =
          reader.open(ObjectId.fromString(entry.get().objectId()), Constants.OBJ_BLOB);
      try (InputStream in = loader.openStream()) {
        byte[] bytes = in.readNBytes(maxBytes);
        return Optional.of(new FileText(bytes, mode, loader.getSize(), RawText.isBinary(bytes)));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<FileContent> read(String path) {
    return read(path, LARGEST).map(file -> new FileContent(file.bytes(), file.mode()));
  }

  @Override
  public boolean exists(String path) {
    if (!isPath(path)) {
      return false;
    }
    try (ObjectReader reader = repository.newObjectReader();
        TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
      return walk != null;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<String> list() {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      List<String> paths = new ArrayList<>();
      while (walk.next()) {
        paths.add(walk.getPathString());
      }
      return paths;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Optional<TreeFile> find(ObjectReader reader, String path) throws IOException {
    if (!isPath(path)) {
      return Optional.empty();
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
      if (walk == null || walk.getFileMode(0) == org.eclipse.jgit.lib.FileMode.TREE) {
        return Optional.empty();
      }
      return Optional.of(
          new TreeFile(path, modeOf(walk.getRawMode(0)), 0, walk.getObjectId(0).name()));
    }
  }

  private static boolean isPath(String path) {
    return !path.isEmpty() && !path.startsWith("/") && !path.endsWith("/") && !path.contains("//");
  }

  static FileMode modeOf(int bits) {
    return switch (bits & org.eclipse.jgit.lib.FileMode.TYPE_MASK) {
      case org.eclipse.jgit.lib.FileMode.TYPE_SYMLINK -> FileMode.SYMLINK;
      case org.eclipse.jgit.lib.FileMode.TYPE_GITLINK -> FileMode.GITLINK;
      default -> (bits & 0100) != 0 ? FileMode.EXECUTABLE : FileMode.REGULAR;
    };
  }

  private ExchangeException unreadable(IOException cause) {
    return new ExchangeException(
        "the tree %s cannot be read: %s".formatted(tree.name(), cause.getMessage()), cause);
  }
}
