package dev.taskmaster.workspace.checkout;

import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.workspace.TreeFile;
import dev.taskmaster.workspace.git.Ignores;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Finds what changed in a folder against the tree it came from. What is in the folder may have been
 * made by anybody: links are not followed, and large, odd and unsafely named files are left out.
 */
public final class ChangedFiles {
  private static final long LARGEST = 16L << 20;
  private static final int MOST_VISITED = 500_000;

  private final Path folder;
  private final Predicate<String> declared;
  private final TreeMap<String, TreeFile> before = new TreeMap<>();
  private final List<FileEdit> edits = new ArrayList<>();
  private final TreeSet<String> leftOut = new TreeSet<>();

  /**
   * @param declared which paths may change
   */
  public ChangedFiles(Path folder, List<TreeFile> tree, Predicate<String> declared) {
    this.folder = folder;
    this.declared = declared;
    tree.forEach(file -> before.put(file.path(), file));
  }

  /** Looks at everything; call once. */
  public void look() throws IOException {
    Map<String, TreeFile> gone = new TreeMap<>(before);
    Ignores ignores = Ignores.of(folder, folder.resolve(".git/info/exclude"));
    Deque<String> open = new ArrayDeque<>(List.of(""));
    int visited = 0;
    while (!open.isEmpty()) {
      String at = open.pop();
      ignores.enter(at);
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.resolve(at))) {
        for (Path child : children) {
          if (++visited > MOST_VISITED) {
            throw new IOException("the folder has more than %d files".formatted(MOST_VISITED));
          }
          String path = at.isEmpty() ? name(child) : at + "/" + name(child);
          gone.remove(path);
          if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            enter(path, ignores, open);
          } else {
            see(path, child, ignores);
          }
        }
      }
    }
    gone.values().forEach(this::remove);
  }

  public List<FileEdit> edits() {
    return List.copyOf(edits);
  }

  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private static String name(Path child) {
    return String.valueOf(child.getFileName());
  }

  private void enter(String path, Ignores ignores, Deque<String> open) {
    String next = before.ceilingKey(path + "/");
    boolean known = next != null && next.startsWith(path + "/");
    if (SafePath.problemOf(path).isPresent()) {
      leftOut.add(SafePath.shown(path) + "/");
    } else if (known || !ignores.ignores(path, true)) {
      open.push(path);
    }
  }

  private void remove(TreeFile file) {
    // What no checkout contains cannot have been removed from one.
    if (!file.mode().isFile() || SafePath.problemOf(file.path()).isPresent()) {
      return;
    }
    if (declared.test(file.path())) {
      edits.add(new FileEdit.Delete(file.path()));
    } else {
      leftOut.add(file.path());
    }
  }

  private void see(String path, Path file, Ignores ignores) throws IOException {
    Optional<TreeFile> old = Optional.ofNullable(before.get(path));
    if (old.isEmpty() && ignores.ignores(path, false)) {
      return;
    }
    boolean wasOdd = old.isPresent() && !old.get().mode().isFile();
    if (wasOdd) {
      return;
    }
    boolean isOdd = !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (isOdd || SafePath.problemOf(path).isPresent() || Files.size(file) > LARGEST) {
      leftOut.add(SafePath.shown(path));
      return;
    }
    byte[] content = Files.readAllBytes(file);
    FileMode mode = modeOf(file);
    boolean same =
        old.isPresent() && old.get().mode() == mode && old.get().objectId().equals(blobId(content));
    if (same) {
      return;
    }
    if (declared.test(path)) {
      edits.add(new FileEdit.Write(path, content, mode));
    } else {
      leftOut.add(path);
    }
  }

  private static FileMode modeOf(Path file) throws IOException {
    boolean executable =
        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
            .contains(PosixFilePermission.OWNER_EXECUTE);
    return executable ? FileMode.EXECUTABLE : FileMode.REGULAR;
  }

  private static String blobId(byte[] content) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, content).name();
    }
  }
}
