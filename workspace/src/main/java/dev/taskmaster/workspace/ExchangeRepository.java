package dev.taskmaster.workspace;

import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.workspace.checkout.ChangedFiles;
import dev.taskmaster.workspace.checkout.Checkout;
import dev.taskmaster.workspace.checkout.Snapshot;
import dev.taskmaster.workspace.git.BranchDelivery;
import dev.taskmaster.workspace.git.Commits;
import dev.taskmaster.workspace.git.GitTree;
import dev.taskmaster.workspace.git.Ids;
import dev.taskmaster.workspace.git.ImportedBases;
import dev.taskmaster.workspace.git.IndexFiles;
import dev.taskmaster.workspace.git.PersonRepository;
import dev.taskmaster.workspace.git.Refs;
import dev.taskmaster.workspace.git.TreeDiff;
import dev.taskmaster.workspace.git.TreeEditing;
import dev.taskmaster.workspace.git.TreeGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The git objects of one project: copies of what the person has, and the trees and commits of its
 * tasks. Everything written is pinned by a ref, so nothing that a result names is ever collected.
 * Safe for many threads and processes. Faults are {@link ExchangeException}.
 */
public final class ExchangeRepository implements AutoCloseable {
  private static final String TREES = "refs/taskmaster/trees/";
  private static final String COMMITS = "refs/taskmaster/commits/";
  private static final String BRANCHES = "refs/heads/taskmaster/";
  private static final int USUAL_DIFF_LIMIT = 4 << 20;

  private final FileRepository repository;
  private final Refs refs;

  ExchangeRepository(FileRepository repository) {
    this.repository = repository;
    this.refs = new Refs(repository);
  }

  /**
   * Copies the commit HEAD is at, with its tree, so that nothing the person does later can break
   * it. Only what is new since the last import is copied; history is not.
   *
   * @throws UnusableRepositoryException when the path is not a repository a task can start from
   */
  public Source importHead(Path personRepository) {
    try (PersonRepository person = PersonRepository.open(personRepository)) {
      ObjectId head = person.head();
      try (RevWalk walk = new RevWalk(person.repository())) {
        RevCommit commit = walk.parseCommit(head);
        new ImportedBases(repository).add(person.repository(), commit);
        ObjectId tree = commit.getTree().copy();
        DirtyPaths dirty =
            new IndexFiles(person.repository(), person.workTree()).dirtyAgainst(tree);
        return new Source(head.name(), tree.name(), person.branch(), dirty);
      }
    } catch (IOException e) {
      throw new ExchangeException(
          "copying from %s failed: %s; run git fsck there"
              .formatted(personRepository, e.getMessage()),
          e);
    }
  }

  /** Every file, link and submodule of a tree. */
  public List<TreeFile> files(String tree) {
    return new GitTree(repository, Ids.parse(tree)).files();
  }

  /** The first bytes of a file; empty when the tree has none at this path. */
  public Optional<FileText> read(String tree, String path, int maxBytes) {
    return new GitTree(repository, Ids.parse(tree)).read(path, maxBytes);
  }

  /** The tree as the patch engine reads it. */
  public SourceTree sourceTree(String tree) {
    return new GitTree(repository, Ids.parse(tree));
  }

  /** Whether this object is here. */
  public boolean has(String objectId) {
    return repository.getObjectDatabase().has(Ids.parse(objectId));
  }

  /** The tree of a commit. */
  public String treeOf(String commit) {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(Ids.parse(commit)).getTree().name();
    } catch (IOException e) {
      throw failed("reading the commit " + commit, e);
    }
  }

  /**
   * Writes the tree that edits lead to and pins it.
   *
   * @throws UnsafeTreeException when it would have a path, link or submodule that is refused
   */
  public String write(String baseTree, List<FileEdit> edits) {
    for (FileEdit edit : edits) {
      Optional<String> problem = SafePath.problemOf(edit.path());
      if (problem.isPresent()) {
        throw new UnsafeTreeException(
            "the path %s is refused: %s".formatted(SafePath.shown(edit.path()), problem.get()));
      }
    }
    ObjectId base = Ids.parse(baseTree);
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = inserter.newReader()) {
      ObjectId tree = new TreeEditing(reader, inserter).apply(base, edits);
      new TreeGuard(reader).check(base, tree);
      inserter.flush();
      refs.pin(TREES + tree.name(), tree);
      return tree.name();
    } catch (IOException e) {
      throw failed("writing a tree", e);
    }
  }

  /** Writes a commit and pins it. The same input gives the same id. */
  public String commit(String tree, String parent, String message, Identity author, Instant at) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId commit =
          Commits.insert(
              inserter, Ids.parse(tree), List.of(Ids.parse(parent)), message, author, at);
      inserter.flush();
      refs.pin(COMMITS + commit.name(), commit);
      return commit.name();
    } catch (IOException e) {
      throw failed("writing a commit", e);
    }
  }

  /** The commit the task's branch is at; empty before it was first set. */
  public Optional<String> branch(String task) {
    try {
      return Optional.ofNullable(refs.get(branchName(task))).map(ObjectId::name);
    } catch (IOException e) {
      throw failed("reading the branch of task " + task, e);
    }
  }

  /** Points the task's branch at a commit, forward or back. */
  public void resetBranch(String task, String commit) {
    try {
      refs.set(branchName(task), Ids.parse(commit));
    } catch (IOException e) {
      throw failed("moving the branch of task " + task, e);
    }
  }

  /** The difference of two trees in git's format, cut after 4 MiB. */
  public String diff(String before, String after) {
    return diff(before, after, USUAL_DIFF_LIMIT);
  }

  /** The difference of two trees in git's format, cut after {@code limit} bytes. */
  public String diff(String before, String after, int limit) {
    try (ObjectReader reader = repository.newObjectReader()) {
      return new TreeDiff(reader).between(Ids.parse(before), Ids.parse(after), limit);
    } catch (IOException e) {
      throw failed("comparing two trees", e);
    }
  }

  /**
   * Brings a commit into a person's repository as a branch, or merges it into one. Never touches
   * the working tree, index, HEAD or any other branch; delivering again is safe.
   *
   * @param identity who a merge commit is from, if one is needed
   */
  public DeliveryOutcome deliver(
      Path personRepository, String commit, Delivery delivery, String task, Identity identity) {
    String taskBranch = "taskmaster/" + checked(task);
    ObjectId id = Ids.parse(commit);
    try (PersonRepository person = PersonRepository.open(personRepository)) {
      BranchDelivery branches = new BranchDelivery(repository, person.repository());
      return switch (delivery.kind()) {
        case BRANCH -> branches.branch(id, delivery.target().orElse(taskBranch));
        case MERGE -> branches.merge(id, delivery.target().orElseThrow(), taskBranch, identity);
      };
    } catch (IOException e) {
      throw failed("delivering to " + personRepository, e);
    }
  }

  /** The tree as a fresh folder below {@code parent}; close it to delete it. */
  public Checkout checkout(String tree, Path parent) {
    try {
      return Checkout.of(repository, Ids.parse(tree), parent);
    } catch (IOException e) {
      throw failed("checking out " + tree, e);
    }
  }

  /**
   * Takes over what changed in a folder that a command worked in, and pins the tree. Ignored files
   * and what lies outside of the declared paths are left out.
   *
   * @param writable paths that may change, each a file or a folder with all below it; "." is all
   */
  public Snapshot snapshot(Path folder, String baseTree, List<String> writable) {
    ChangedFiles changes =
        new ChangedFiles(folder, files(baseTree), path -> isDeclared(path, writable));
    try {
      changes.look();
    } catch (IOException e) {
      throw failed("reading " + folder, e);
    }
    List<FileEdit> edits = changes.edits();
    String tree = edits.isEmpty() ? baseTree : write(baseTree, edits);
    return new Snapshot(
        tree, edits.stream().map(FileEdit::path).sorted().toList(), changes.leftOut());
  }

  private static boolean isDeclared(String path, List<String> writable) {
    return writable.stream()
        .map(
            declared ->
                declared.endsWith("/") ? declared.substring(0, declared.length() - 1) : declared)
        .anyMatch(
            declared ->
                declared.equals(".") || path.equals(declared) || path.startsWith(declared + "/"));
  }

  @Override
  public void close() {
    repository.close();
  }

  private static String branchName(String task) {
    return BRANCHES + checked(task);
  }

  private static String checked(String task) {
    if (!task.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}")) {
      throw new IllegalArgumentException(
          "a task id has up to 100 letters, digits, dashes and underscores");
    }
    return task;
  }

  private static ExchangeException failed(String what, IOException cause) {
    return new ExchangeException(
        "%s failed in the exchange repository: %s".formatted(what, cause.getMessage()), cause);
  }
}
