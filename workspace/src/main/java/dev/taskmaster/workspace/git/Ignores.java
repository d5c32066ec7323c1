package dev.taskmaster.workspace.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.ignore.IgnoreNode;

/** The ignore rules of a folder and the folders below it, as far as they were entered. */
public final class Ignores {
  private static final long LARGEST = 1 << 20;

  private final Path root;
  private final Map<String, IgnoreNode> rules = new HashMap<>();
  private final IgnoreNode general;

  private Ignores(Path root, IgnoreNode general) {
    this.root = root;
    this.general = general;
  }

  /**
   * The rules below {@code root}; {@code exclude} is a file of further ones that need not exist.
   */
  public static Ignores of(Path root, Path exclude) throws IOException {
    return new Ignores(root, read(exclude));
  }

  /** Reads the rules of one folder, given relative to the root; the root is "". */
  public void enter(String folder) throws IOException {
    if (!rules.containsKey(folder)) {
      rules.put(folder, read(root.resolve(folder).resolve(".gitignore")));
    }
  }

  /** Whether a path is ignored; the deepest folder with an opinion decides. */
  public boolean ignores(String path, boolean isFolder) {
    String folder = parent(path);
    while (true) {
      IgnoreNode node = rules.get(folder);
      if (node != null) {
        String inside = folder.isEmpty() ? path : path.substring(folder.length() + 1);
        Boolean opinion = node.checkIgnored(inside, isFolder);
        if (opinion != null) {
          return opinion;
        }
      }
      if (folder.isEmpty()) {
        return Boolean.TRUE.equals(general.checkIgnored(path, isFolder));
      }
      folder = parent(folder);
    }
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static IgnoreNode read(Path file) throws IOException {
    IgnoreNode node = new IgnoreNode();
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST) {
      try (InputStream in = Files.newInputStream(file)) {
        node.parse(in);
      }
    }
    return node;
  }
}
