package dev.taskmaster.workspace.git;

import dev.taskmaster.workspace.Identity;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

/** Writes commits; the same input gives the same id. */
public final class Commits {
  private Commits() {}

  /** A commit by one identity, at one time in UTC, inserted but not flushed. */
  public static ObjectId insert(
      ObjectInserter inserter,
      ObjectId tree,
      List<ObjectId> parents,
      String message,
      Identity author,
      Instant at)
      throws IOException {
    PersonIdent person = new PersonIdent(author.name(), author.email(), at, ZoneOffset.UTC);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(person);
    commit.setCommitter(person);
    commit.setMessage(message.endsWith("\n") ? message : message + "\n");
    return inserter.insert(commit);
  }
}
