package dev.taskmaster.workspace.git;

import dev.taskmaster.workspace.DirtyPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Finds what differs between a commit, the index and the working tree. Reads only: the index is not
 * refreshed, and no filter of the repository is run.
 */
public final class IndexFiles {
  private static final int NAMED = 50;

  private final Repository repository;
  private final Path workTree;

  public IndexFiles(Repository repository, Path workTree) {
    this.repository = repository;
    this.workTree = workTree;
  }

  /** The paths that are staged, modified, deleted or untracked. */
  public DirtyPaths dirtyAgainst(ObjectId tree) throws IOException {
    TreeSet<String> dirty = new TreeSet<>();
    Map<String, DirCacheEntry> index = new TreeMap<>();
    boolean known = true;
    try {
      readIndex(index, dirty);
      addStaged(tree, index, dirty);
      WorkFiles files = new WorkFiles(repository, workTree);
      for (DirCacheEntry entry : index.values()) {
        if (!dirty.contains(entry.getPathString()) && files.differs(entry)) {
          dirty.add(entry.getPathString());
        }
      }
      known = files.addUntracked(repository, index.keySet(), dirty);
    } catch (org.eclipse.jgit.errors.CorruptObjectException unreadableIndex) {
      // An index with parts only newer versions of git know: the commit is still good to work on.
      known = false;
    }
    return new DirtyPaths(dirty.stream().limit(NAMED).toList(), dirty.size(), known);
  }

  private void readIndex(Map<String, DirCacheEntry> index, TreeSet<String> dirty)
      throws IOException {
    DirCache cache = DirCache.read(repository.getIndexFile(), repository.getFS());
    for (int i = 0; i < cache.getEntryCount(); i++) {
      DirCacheEntry entry = cache.getEntry(i);
      if (entry.getStage() == DirCacheEntry.STAGE_0) {
        index.put(entry.getPathString(), entry);
      } else {
        dirty.add(entry.getPathString());
      }
    }
  }

  private void addStaged(ObjectId tree, Map<String, DirCacheEntry> index, TreeSet<String> dirty)
      throws IOException {
    TreeSet<String> added = new TreeSet<>(index.keySet());
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next()) {
        String path = walk.getPathString();
        added.remove(path);
        DirCacheEntry entry = index.get(path);
        boolean same =
            entry != null
                && entry.getObjectId().equals(walk.getObjectId(0))
                && FileMode.fromBits(entry.getRawMode()).equals(walk.getRawMode(0));
        if (!same) {
          dirty.add(path);
        }
      }
    }
    dirty.addAll(added);
  }
}
