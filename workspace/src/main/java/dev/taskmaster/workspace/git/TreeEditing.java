package dev.taskmaster.workspace.git;

import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.workspace.UnsafeTreeException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/** Writes the tree that edits lead to; only the folders on the way to an edit are written anew. */
public final class TreeEditing {
  private final ObjectReader reader;
  private final ObjectInserter inserter;

  public TreeEditing(ObjectReader reader, ObjectInserter inserter) {
    this.reader = reader;
    this.inserter = inserter;
  }

  /** An entry of a tree that is being written. */
  private record Entry(FileMode mode, ObjectId id) {}

  /** The edits below one folder: at a name there is an edit or a folder of edits, or both. */
  private static final class Folder {
    final TreeMap<String, FileEdit> edits = new TreeMap<>();
    final TreeMap<String, Folder> folders = new TreeMap<>();
  }

  /** The tree after the edits, blobs and folders inserted but not flushed. */
  public ObjectId apply(ObjectId base, List<FileEdit> edits) throws IOException {
    Folder root = new Folder();
    for (FileEdit edit : edits) {
      add(root, edit);
    }
    ObjectId tree = write(base, root, "");
    return tree == null ? inserter.insert(new TreeFormatter()) : tree;
  }

  private static void add(Folder root, FileEdit edit) {
    Folder folder = root;
    String rest = edit.path();
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      folder = folder.folders.computeIfAbsent(rest.substring(0, slash), name -> new Folder());
      rest = rest.substring(slash + 1);
    }
    if (folder.edits.put(rest, edit) != null) {
      throw new UnsafeTreeException("the path %s is edited twice".formatted(edit.path()));
    }
  }

  /** Writes a folder; null when nothing is left in it. */
  private @Nullable ObjectId write(@Nullable ObjectId base, Folder folder, String at)
      throws IOException {
    TreeMap<String, Entry> entries = base == null ? new TreeMap<>() : read(base);
    for (Map.Entry<String, FileEdit> edit : folder.edits.entrySet()) {
      apply(entries, edit.getKey(), edit.getValue());
    }
    for (Map.Entry<String, Folder> below : folder.folders.entrySet()) {
      applyFolder(entries, below.getKey(), below.getValue(), at + below.getKey());
    }
    return entries.isEmpty() ? null : inserter.insert(formatted(entries));
  }

  private void apply(TreeMap<String, Entry> entries, String name, FileEdit edit)
      throws IOException {
    Entry before = entries.get(name);
    boolean isFolder = before != null && before.mode() == FileMode.TREE;
    switch (edit) {
      case FileEdit.Delete delete -> {
        if (!isFolder) {
          entries.remove(name);
        }
      }
      case FileEdit.Write write -> {
        if (isFolder) {
          throw new UnsafeTreeException("%s is a folder, not a file".formatted(edit.path()));
        }
        if (before != null && !isFile(before.mode())) {
          throw new UnsafeTreeException(
              "%s is a link or a submodule and is not written through".formatted(edit.path()));
        }
        FileMode mode =
            write.mode() == dev.taskmaster.patch.files.FileMode.EXECUTABLE
                ? FileMode.EXECUTABLE_FILE
                : FileMode.REGULAR_FILE;
        entries.put(name, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, write.content())));
      }
    }
  }

  private void applyFolder(TreeMap<String, Entry> entries, String name, Folder folder, String path)
      throws IOException {
    Entry before = entries.get(name);
    boolean onlyDeletes = onlyDeletes(folder);
    if (before != null && before.mode() != FileMode.TREE) {
      if (onlyDeletes) {
        return;
      }
      throw new UnsafeTreeException("%s is no folder, nothing is written below it".formatted(path));
    }
    if (before == null && onlyDeletes) {
      return;
    }
    ObjectId tree = write(before == null ? null : before.id(), folder, path + "/");
    if (tree == null) {
      entries.remove(name);
    } else {
      entries.put(name, new Entry(FileMode.TREE, tree));
    }
  }

  private static boolean onlyDeletes(Folder folder) {
    return folder.edits.values().stream().allMatch(FileEdit.Delete.class::isInstance)
        && folder.folders.values().stream().allMatch(TreeEditing::onlyDeletes);
  }

  private static boolean isFile(FileMode mode) {
    return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
  }

  private TreeMap<String, Entry> read(ObjectId tree) throws IOException {
    TreeMap<String, Entry> entries = new TreeMap<>();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    for (; !parser.eof(); parser.next()) {
      entries.put(
          parser.getEntryPathString(),
          new Entry(parser.getEntryFileMode(), parser.getEntryObjectId()));
    }
    return entries;
  }

  /** Git sorts a folder as if its name ended in a slash. */
  private static TreeFormatter formatted(TreeMap<String, Entry> entries) {
    TreeMap<String, Map.Entry<String, Entry>> sorted = new TreeMap<>(TreeEditing::compareBytes);
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      boolean folder = entry.getValue().mode() == FileMode.TREE;
      sorted.put(folder ? entry.getKey() + "/" : entry.getKey(), entry);
    }
    TreeFormatter formatter = new TreeFormatter();
    for (Map.Entry<String, Entry> entry : sorted.values()) {
      formatter.append(entry.getKey(), entry.getValue().mode(), entry.getValue().id());
    }
    return formatter;
  }

  private static int compareBytes(String a, String b) {
    return java.util.Arrays.compareUnsigned(Constants.encode(a), Constants.encode(b));
  }
}
