package dev.taskmaster.workspace.git;

import dev.taskmaster.workspace.UnusableRepositoryException;
import dev.taskmaster.workspace.UnusableRepositoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** A repository that belongs to a person: checked before it is opened, and opened to be read. */
public final class PersonRepository implements AutoCloseable {
  private final Path workTree;
  private final FileRepository repository;

  private PersonRepository(Path workTree, FileRepository repository) {
    this.workTree = workTree;
    this.repository = repository;
  }

  /**
   * Opens the repository whose working tree this is.
   *
   * @throws UnusableRepositoryException with the reason when it cannot be used
   */
  public static PersonRepository open(Path path) {
    NeutralSystem.install();
    Path workTree = path.toAbsolutePath().normalize();
    if (!Files.exists(workTree)) {
      throw new UnusableRepositoryException(Kind.UNKNOWN_PATH, path.toString());
    }
    if (!Files.isDirectory(workTree)) {
      throw new UnusableRepositoryException(Kind.NOT_A_DIRECTORY, path.toString());
    }
    try {
      return open(path, workTree);
    } catch (IOException | ConfigInvalidException | IllegalArgumentException e) {
      throw unreadable(path, e);
    }
  }

  private static PersonRepository open(Path asGiven, Path workTree)
      throws IOException, ConfigInvalidException {
    Path gitDir = gitDir(asGiven, workTree);
    Path common = commonDir(gitDir);
    FileBasedConfig config =
        new FileBasedConfig(common.resolve(Constants.CONFIG).toFile(), FS.DETECTED);
    config.load();
    String format = config.getString("extensions", null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      throw new UnusableRepositoryException(Kind.UNSUPPORTED_FORMAT, asGiven.toString());
    }
    if (gitDir.equals(common) && config.getBoolean("core", "bare", false)) {
      throw new UnusableRepositoryException(Kind.BARE, asGiven.toString());
    }
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    builder.setGitDir(gitDir.toFile()).setWorkTree(workTree.toFile()).setMustExist(true);
    return new PersonRepository(workTree, (FileRepository) builder.build());
  }

  private static Path gitDir(Path asGiven, Path workTree) throws IOException {
    Path dotGit = workTree.resolve(Constants.DOT_GIT);
    if (Files.isDirectory(dotGit) && isGitDir(dotGit)) {
      return dotGit;
    }
    if (Files.isRegularFile(dotGit)) {
      String link = Files.readString(dotGit).strip();
      Path target = workTree.resolve(link.replaceFirst("^gitdir:\\s*", "")).normalize();
      if (link.startsWith("gitdir:") && Files.isDirectory(target)) {
        return target;
      }
      throw new UnusableRepositoryException(
          Kind.NOT_A_GIT_REPOSITORY, asGiven.toString(), "its .git file leads nowhere");
    }
    if (isGitDir(workTree)) {
      throw new UnusableRepositoryException(Kind.BARE, asGiven.toString());
    }
    throw new UnusableRepositoryException(
        Kind.NOT_A_GIT_REPOSITORY,
        asGiven.toString(),
        enclosing(workTree).map(top -> "but inside of one, " + top).orElse(""));
  }

  private static Optional<Path> enclosing(Path workTree) {
    for (Path up = workTree.getParent(); up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(Constants.DOT_GIT))) {
        return Optional.of(up);
      }
    }
    return Optional.empty();
  }

  private static boolean isGitDir(Path folder) {
    return Files.exists(folder.resolve(Constants.HEAD))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.exists(folder.resolve("refs"));
  }

  /** A linked working tree shares everything but HEAD and index with the main one. */
  private static Path commonDir(Path gitDir) throws IOException {
    Path link = gitDir.resolve("commondir");
    return Files.isRegularFile(link)
        ? gitDir.resolve(Files.readString(link).strip()).normalize()
        : gitDir;
  }

  private static UnusableRepositoryException unreadable(Path path, Exception cause) {
    var unreadable =
        new UnusableRepositoryException(
            Kind.UNREADABLE, path.toString(), String.valueOf(cause.getMessage()));
    unreadable.initCause(cause);
    return unreadable;
  }

  /** The commit HEAD is at. */
  public ObjectId head() {
    try {
      ObjectId head = repository.resolve(Constants.HEAD + "^{commit}");
      if (head == null) {
        throw new UnusableRepositoryException(Kind.NO_COMMIT, workTree.toString());
      }
      return head;
    } catch (IOException e) {
      throw unreadable(workTree, e);
    }
  }

  /** The short name of the branch HEAD is on; empty when it is detached. */
  public Optional<String> branch() {
    try {
      Ref head = repository.exactRef(Constants.HEAD);
      if (head == null || !head.isSymbolic()) {
        return Optional.empty();
      }
      String target = head.getTarget().getName();
      return target.startsWith(Constants.R_HEADS)
          ? Optional.of(target.substring(Constants.R_HEADS.length()))
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(workTree, e);
    }
  }

  public FileRepository repository() {
    return repository;
  }

  public Path workTree() {
    return workTree;
  }

  @Override
  public void close() {
    repository.close();
  }
}
