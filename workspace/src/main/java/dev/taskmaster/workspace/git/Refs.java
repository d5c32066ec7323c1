package dev.taskmaster.workspace.git;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Moves refs by compare-and-set. No hook is run by any of this. */
public final class Refs {
  private final Repository repository;

  public Refs(Repository repository) {
    this.repository = repository;
  }

  /** Where a ref is; null when it does not exist. */
  public @Nullable ObjectId get(String name) throws IOException {
    Ref ref = repository.exactRef(name);
    return ref == null ? null : ref.getObjectId();
  }

  /** Keeps an object from ever being collected. Doing so again changes nothing. */
  public void pin(String name, ObjectId id) throws IOException {
    set(name, id);
  }

  /** Points a ref of a repository of ours here, wherever it was. */
  public void set(String name, ObjectId id) throws IOException {
    LockFiles locks = new LockFiles(repository.getDirectory().toPath().resolve(name));
    ObjectId now = get(name);
    while (!id.equals(now) && !compareAndSet(name, now, id, "task-master")) {
      locks.await();
      now = get(name);
    }
  }

  /**
   * Points a ref from {@code expected} (null: it must not exist) to {@code id}; false when it was
   * somewhere else or is being moved by somebody.
   */
  public boolean compareAndSet(String name, @Nullable ObjectId expected, ObjectId id, String why)
      throws IOException {
    RefUpdate update = repository.updateRef(name);
    update.setNewObjectId(id);
    update.setExpectedOldObjectId(expected == null ? ObjectId.zeroId() : expected);
    update.setForceUpdate(true);
    update.setRefLogMessage(why, false);
    return switch (update.update()) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
      default -> false;
    };
  }
}
