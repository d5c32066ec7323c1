package dev.taskmaster.workspace.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Copies objects from one repository into one new pack of another. What the target has is not
 * copied again: a tree it has is complete there, because a pack appears whole or not at all.
 */
public final class ObjectCopy implements AutoCloseable {
  private final ObjectReader source;
  private final ObjectReader there;
  private final PackInserter inserter;
  private final Path packs;
  private final Set<ObjectId> copied = new HashSet<>();

  public ObjectCopy(FileRepository source, FileRepository target) {
    this.source = source.newObjectReader();
    this.there = target.newObjectReader();
    this.inserter = target.getObjectDatabase().newPackInserter();
    this.packs = target.getObjectDatabase().getPackDirectory().toPath();
  }

  /** Copies a commit with its whole tree, without its parents. */
  public void commit(RevCommit commit) throws IOException {
    tree(commit.getTree());
    object(commit, Constants.OBJ_COMMIT);
  }

  /** Makes the copies durable and visible. */
  public void flush() throws IOException {
    Set<Path> before = packFiles();
    inserter.flush();
    for (Path pack : packFiles()) {
      if (!before.contains(pack)) {
        force(pack);
      }
    }
  }

  /** JGit renames a pack into place without waiting for the disk. */
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Set<Path> packFiles() throws IOException {
    if (!Files.isDirectory(packs)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(packs)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    }
  }

  /** How many objects were new to the target. */
  public int count() {
    return copied.size();
  }

  private void tree(ObjectId root) throws IOException {
    Deque<ObjectId> open = new ArrayDeque<>();
    open.push(root.copy());
    while (!open.isEmpty()) {
      ObjectId tree = open.pop();
      if (has(tree)) {
        continue;
      }
      CanonicalTreeParser entries = new CanonicalTreeParser(null, source, tree);
      for (; !entries.eof(); entries.next()) {
        FileMode mode = entries.getEntryFileMode();
        if (mode == FileMode.TREE) {
          open.push(entries.getEntryObjectId());
        } else if (mode != FileMode.GITLINK) {
          object(entries.getEntryObjectId(), Constants.OBJ_BLOB);
        }
      }
      object(tree, Constants.OBJ_TREE);
    }
  }

  private boolean has(AnyObjectId id) throws IOException {
    return copied.contains(id) || there.has(id);
  }

  private void object(ObjectId id, int type) throws IOException {
    if (has(id)) {
      return;
    }
    ObjectLoader loader = source.open(id, type);
    try (InputStream content = loader.openStream()) {
      ObjectId written = inserter.insert(type, loader.getSize(), content);
      if (!written.equals(id)) {
        throw new IOException("object %s is damaged in the source repository".formatted(id.name()));
      }
    }
    copied.add(id.copy());
  }

  @Override
  public void close() {
    inserter.close();
    there.close();
    source.close();
  }
}
