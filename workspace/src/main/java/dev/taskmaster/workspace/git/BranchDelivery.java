package dev.taskmaster.workspace.git;

import dev.taskmaster.workspace.DeliveryOutcome;
import dev.taskmaster.workspace.DeliveryOutcome.AlreadyDelivered;
import dev.taskmaster.workspace.DeliveryOutcome.Delivered;
import dev.taskmaster.workspace.DeliveryOutcome.Refused;
import dev.taskmaster.workspace.Identity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Brings a commit into a person's repository: objects and one branch, nothing else. Working trees,
 * index, HEAD and other branches stay as they are, and no hook is run.
 */
public final class BranchDelivery {
  private final FileRepository exchange;
  private final FileRepository person;
  private final Refs refs;

  public BranchDelivery(FileRepository exchange, FileRepository person) {
    this.exchange = exchange;
    this.person = person;
    this.refs = new Refs(person);
  }

  /** Creates the branch at the commit, or finds it there. */
  public DeliveryOutcome branch(ObjectId commit, String name) throws IOException {
    String full = Constants.R_HEADS + name;
    if (!Repository.isValidRefName(full) || name.startsWith("-")) {
      return new Refused("", "\"%s\" is no valid branch name; choose another".formatted(name));
    }
    ObjectId now = refs.get(full);
    if (commit.equals(now)) {
      return new AlreadyDelivered(name, commit.name());
    }
    if (now != null) {
      return new Refused(
          "",
          "the branch %s exists already, at %s; choose another name or delete it"
              .formatted(name, now.abbreviate(10).name()));
    }
    if (!copy(commit)) {
      return baseIsGone();
    }
    if (refs.compareAndSet(full, null, commit, "task-master: delivered")) {
      return new Delivered(name, commit.name(), "created");
    }
    return commit.equals(refs.get(full))
        ? new AlreadyDelivered(name, commit.name())
        : new Refused(
            "",
            ("the branch %s could not be created: another branch is in its way or somebody else is"
                    + " at work; choose another name or try again")
                .formatted(name));
  }

  /**
   * Merges the commit into a branch that nobody has checked out; the task's branch always stays.
   */
  public DeliveryOutcome merge(ObjectId commit, String target, String taskBranch, Identity identity)
      throws IOException {
    String full = Constants.R_HEADS + target;
    ObjectId tip = refs.get(full);
    if (tip != null && contains(tip, commit)) {
      return new AlreadyDelivered(target, tip.name());
    }
    DeliveryOutcome branch = branch(commit, taskBranch);
    if (branch instanceof Refused) {
      return branch;
    }
    if (tip == null) {
      return kept(taskBranch, "there is no branch " + target, "create it, then");
    }
    if (new WorkTrees(person).hasCheckedOut(full)) {
      return kept(taskBranch, "the branch %s is checked out".formatted(target), "in it,");
    }
    try (RevWalk walk = new RevWalk(person)) {
      RevCommit ours = walk.parseCommit(tip);
      RevCommit theirs = walk.parseCommit(commit);
      if (walk.isMergedInto(ours, theirs)) {
        return moved(full, target, tip, commit, "fast-forwarded", taskBranch);
      }
      return mergeCommit(walk, ours, theirs, target, taskBranch, identity);
    }
  }

  private DeliveryOutcome mergeCommit(
      RevWalk walk,
      RevCommit ours,
      RevCommit theirs,
      String target,
      String taskBranch,
      Identity identity)
      throws IOException {
    try (ObjectInserter inserter = person.newObjectInserter()) {
      // Without a repository the merger sees neither configuration nor attributes.
      ThreeWayMerger merger =
          (ThreeWayMerger) MergeStrategy.RECURSIVE.newMerger(inserter, new Config());
      if (!merger.merge(ours, theirs)) {
        return kept(taskBranch, "it conflicts with what is on %s now".formatted(target), "there,");
      }
      walk.parseBody(theirs);
      Instant at = theirs.getCommitterIdent().getWhenAsInstant();
      ObjectId merge =
          Commits.insert(
              inserter,
              merger.getResultTreeId(),
              List.of(ours, theirs),
              "Merge branch '%s' into %s".formatted(taskBranch, target),
              identity,
              at);
      inserter.flush();
      return moved(Constants.R_HEADS + target, target, ours, merge, "merged", taskBranch);
    }
  }

  private DeliveryOutcome moved(
      String full, String target, ObjectId from, ObjectId to, String how, String taskBranch)
      throws IOException {
    return refs.compareAndSet(full, from, to, "task-master: " + how)
        ? new Delivered(target, to.name(), how)
        : kept(taskBranch, "the branch %s moved meanwhile".formatted(target), "there,");
  }

  private static Refused kept(String taskBranch, String problem, String where) {
    return new Refused(
        taskBranch,
        "%s; the work is on the branch %s: %s run git merge %s"
            .formatted(problem, taskBranch, where, taskBranch));
  }

  private static Refused baseIsGone() {
    return new Refused(
        "",
        "the commit the task started from is no longer in the repository; fetch it again or start"
            + " the task anew");
  }

  private boolean contains(ObjectId tip, ObjectId commit) throws IOException {
    if (!person.getObjectDatabase().has(commit)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(person)) {
      return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(tip));
    }
  }

  /** Copies what the person lacks; false when the history would not reach theirs. */
  private boolean copy(ObjectId commit) throws IOException {
    List<RevCommit> missing = new ArrayList<>();
    try (RevWalk walk = new RevWalk(exchange)) {
      Deque<ObjectId> open = new ArrayDeque<>(List.of(commit));
      while (!open.isEmpty()) {
        ObjectId id = open.pop();
        if (person.getObjectDatabase().has(id)) {
          continue;
        }
        if (exchange.exactRef(ImportedBases.ref(id)) != null) {
          return false;
        }
        RevCommit next = walk.parseCommit(id);
        missing.add(next);
        for (RevCommit parent : next.getParents()) {
          open.push(parent);
        }
      }
      try (ObjectCopy copy = new ObjectCopy(exchange, person)) {
        for (RevCommit next : missing.reversed()) {
          copy.commit(next);
        }
        copy.flush();
      }
    }
    return true;
  }
}
