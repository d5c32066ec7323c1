package dev.taskmaster.workspace.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** Looks at the files of a working tree without following links and without running anything. */
final class WorkFiles {
  private static final long LARGEST_COMPARED = 64L << 20;
  private static final int MOST_VISITED = 200_000;

  private final Path workTree;
  private final boolean tellsModes;

  WorkFiles(Repository repository, Path workTree) {
    this.workTree = workTree;
    this.tellsModes =
        repository.getConfig().getBoolean("core", "filemode", true)
            && workTree.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Whether the file is another than the one in the index. */
  boolean differs(DirCacheEntry entry) throws IOException {
    FileMode mode = entry.getFileMode();
    if (mode == FileMode.GITLINK || entry.isSkipWorkTree() || entry.isAssumeValid()) {
      return false;
    }
    Path file = workTree.resolve(entry.getPathString());
    BasicFileAttributes seen;
    try {
      seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      return true;
    }
    if (mode == FileMode.SYMLINK) {
      return !seen.isSymbolicLink() || !hash(linkBytes(file)).equals(entry.getObjectId());
    }
    if (!seen.isRegularFile()) {
      return true;
    }
    boolean executable = mode == FileMode.EXECUTABLE_FILE;
    if (tellsModes && isExecutable(file) != executable) {
      return true;
    }
    return !looksUntouched(entry, seen) && contentDiffers(entry, file, seen.size());
  }

  private static byte[] linkBytes(Path link) throws IOException {
    return Constants.encode(Files.readSymbolicLink(link).toString());
  }

  private static boolean isExecutable(Path file) throws IOException {
    return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
        .contains(PosixFilePermission.OWNER_EXECUTE);
  }

  private static boolean looksUntouched(DirCacheEntry entry, BasicFileAttributes seen) {
    Instant modified = entry.getLastModifiedInstant();
    return entry.getLength() == (int) seen.size()
        && !entry.isSmudged()
        && modified.toEpochMilli() == seen.lastModifiedTime().toMillis()
        && seen.size() > 0;
  }

  private static boolean contentDiffers(DirCacheEntry entry, Path file, long size)
      throws IOException {
    if (size > LARGEST_COMPARED) {
      return entry.getLength() != (int) size;
    }
    byte[] content = Files.readAllBytes(file);
    return !hash(content).equals(entry.getObjectId())
        && !hash(withUnixEndings(content)).equals(entry.getObjectId());
  }

  private static ObjectId hash(byte[] content) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, content);
    }
  }

  /** A checkout may have turned line endings; that is no change. */
  private static byte[] withUnixEndings(byte[] content) {
    ByteArrayOutputStream unix = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean windows = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!windows) {
        unix.write(content[i]);
      }
    }
    return unix.toByteArray();
  }

  /**
   * Adds files that are neither in the index nor ignored; a folder without any tracked file counts
   * once, with a slash behind it. Returns false when there were too many to look at.
   */
  boolean addUntracked(Repository repository, Set<String> tracked, TreeSet<String> dirty)
      throws IOException {
    TreeSet<String> known = new TreeSet<>(tracked);
    Ignores ignores =
        Ignores.of(workTree, repository.getCommonDirectory().toPath().resolve("info/exclude"));
    Deque<String> open = new ArrayDeque<>();
    open.push("");
    int visited = 0;
    while (!open.isEmpty()) {
      String folder = open.pop();
      ignores.enter(folder);
      try (DirectoryStream<Path> children = Files.newDirectoryStream(workTree.resolve(folder))) {
        for (Path child : children) {
          if (++visited > MOST_VISITED) {
            return false;
          }
          visit(folder, child, known, ignores, open, dirty);
        }
      } catch (java.nio.file.AccessDeniedException closed) {
        dirty.add(folder + "/");
      }
    }
    return true;
  }

  private static void visit(
      String folder,
      Path child,
      TreeSet<String> known,
      Ignores ignores,
      Deque<String> open,
      TreeSet<String> dirty) {
    String name = String.valueOf(child.getFileName());
    String path = folder.isEmpty() ? name : folder + "/" + name;
    boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
    if (name.equals(Constants.DOT_GIT) || known.contains(path)) {
      return;
    }
    if (!isFolder) {
      if (!ignores.ignores(path, false)) {
        dirty.add(path);
      }
      return;
    }
    String next = known.ceiling(path + "/");
    boolean holdsTracked = next != null && next.startsWith(path + "/");
    if (holdsTracked) {
      open.push(path);
    } else if (!ignores.ignores(path, true)) {
      dirty.add(path + "/");
    }
  }
}
