package dev.taskmaster.executor.adapter.git;

import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.workspace.ExchangeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Tells a task's own commits from those of others: a result that was found instead of made can hold
 * the right tree in a commit of another task, on another base.
 */
final class OwnCommits {
  private static final int LONGEST_CHAIN = 2_000;

  private final Path repository;

  /**
   * @param repository the bare exchange repository
   */
  OwnCommits(Path repository) {
    this.repository = repository;
  }

  /** When a commit was made. */
  Instant timeOf(CommitId commit) {
    try (var git = new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
        var walk = new RevWalk(git)) {
      var found = walk.parseCommit(ObjectId.fromString(commit.value()));
      return found.getCommitterIdent().getWhenAsInstant();
    } catch (IOException e) {
      throw unreadable(commit, e);
    }
  }

  /** Whether a commit leads to {@code base} through commits of {@code task} alone. */
  boolean lead(CommitId commit, CommitId base, TaskId task) {
    var trailer = "Task: " + task;
    try (var git = new FileRepositoryBuilder().setGitDir(repository.toFile()).setBare().build();
        var walk = new RevWalk(git)) {
      var id = ObjectId.fromString(commit.value());
      for (int i = 0; i < LONGEST_CHAIN; i++) {
        if (id.name().equals(base.value())) {
          return true;
        }
        RevCommit current = walk.parseCommit(id);
        if (current.getParentCount() != 1
            || !current.getFullMessage().lines().anyMatch(trailer::equals)) {
          return false;
        }
        id = current.getParent(0).copy();
      }
      return false;
    } catch (IOException e) {
      throw unreadable(commit, e);
    }
  }

  private static ExchangeException unreadable(CommitId commit, IOException cause) {
    return new ExchangeException(
        "reading the commit %s failed: %s".formatted(commit, cause.getMessage()), cause);
  }
}
