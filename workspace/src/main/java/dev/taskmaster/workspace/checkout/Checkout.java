package dev.taskmaster.workspace.checkout;

import dev.taskmaster.patch.files.FileMode;
import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.workspace.Folders;
import dev.taskmaster.workspace.TreeFile;
import dev.taskmaster.workspace.git.GitTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * A tree as a folder of its own: regular files as they are in git, byte by byte. Links that lead
 * outside, submodules and unsafe paths are left out and named.
 */
public final class Checkout implements AutoCloseable {
  private final Path folder;
  private final String tree;
  private final List<String> leftOut;

  private Checkout(Path folder, String tree, List<String> leftOut) {
    this.folder = folder;
    this.tree = tree;
    this.leftOut = List.copyOf(leftOut);
  }

  /** Writes the tree to a fresh folder below {@code parent}. */
  public static Checkout of(Repository repository, ObjectId tree, Path parent) throws IOException {
    Files.createDirectories(parent);
    Path folder = Files.createTempDirectory(parent, "checkout-");
    boolean done = false;
    try (ObjectReader reader = repository.newObjectReader()) {
      List<String> leftOut = new ArrayList<>();
      for (TreeFile file : new GitTree(repository, tree).files()) {
        if (!write(reader, folder, file)) {
          leftOut.add(file.path());
        }
      }
      done = true;
      return new Checkout(folder, tree.name(), leftOut);
    } finally {
      if (!done) {
        Folders.delete(folder);
      }
    }
  }

  /** The folder, readable by its owner only. */
  public Path folder() {
    return folder;
  }

  /** The tree it was made of. */
  public String tree() {
    return tree;
  }

  /** Paths of the tree that are not in the folder. */
  public List<String> leftOut() {
    return leftOut;
  }

  private static boolean write(ObjectReader reader, Path folder, TreeFile file) throws IOException {
    if (file.mode() == FileMode.GITLINK || SafePath.problemOf(file.path()).isPresent()) {
      return false;
    }
    Path path = folder.resolve(file.path());
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    ObjectId id = ObjectId.fromString(file.objectId());
    if (file.mode() == FileMode.SYMLINK) {
      return link(path, file.path(), reader.open(id, Constants.OBJ_BLOB).getCachedBytes(8_192));
    }
    try (OutputStream out =
        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      reader.open(id, Constants.OBJ_BLOB).copyTo(out);
    }
    if (file.mode() == FileMode.EXECUTABLE) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return true;
  }

  private static boolean link(Path path, String name, byte[] content) throws IOException {
    String target = new String(content, java.nio.charset.StandardCharsets.UTF_8);
    if (!Links.staysInside(name, target)) {
      return false;
    }
    try {
      Files.createSymbolicLink(path, Path.of(target));
      return true;
    } catch (InvalidPathException unwritable) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
