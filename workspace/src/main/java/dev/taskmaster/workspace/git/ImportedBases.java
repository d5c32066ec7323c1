package dev.taskmaster.workspace.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** The person's commits that tasks started from: whole trees without their history, pinned. */
public final class ImportedBases {
  private static final String PREFIX = "refs/taskmaster/base/";

  private final FileRepository repository;
  private final Refs refs;

  public ImportedBases(FileRepository repository) {
    this.repository = repository;
    this.refs = new Refs(repository);
  }

  /** The ref that pins an imported commit. */
  static String ref(ObjectId commit) {
    return PREFIX + commit.name();
  }

  /** Copies a commit with its tree, unless it is here already. */
  public void add(FileRepository person, RevCommit commit) throws IOException {
    if (refs.get(ref(commit)) != null) {
      return;
    }
    // Said first: a commit that appears without it would seem to have lost its parents.
    sayShallow(commit);
    try (ObjectCopy copy = new ObjectCopy(person, repository)) {
      copy.commit(commit);
      copy.flush();
    }
    refs.pin(ref(commit), commit);
  }

  /** Another process may write the same file at the same time, so it is read back. */
  private void sayShallow(ObjectId commit) throws IOException {
    LockFiles locks = new LockFiles(repository.getDirectory().toPath().resolve("shallow"));
    while (true) {
      Set<ObjectId> shallow = new HashSet<>(repository.getObjectDatabase().getShallowCommits());
      if (!shallow.add(commit.copy())) {
        return;
      }
      try {
        repository.getObjectDatabase().setShallowCommits(shallow);
      } catch (IOException locked) {
        locks.await();
      }
    }
  }
}
