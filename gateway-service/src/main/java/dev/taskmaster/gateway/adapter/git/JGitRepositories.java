package dev.taskmaster.gateway.adapter.git;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.gateway.projects.ProjectFiles;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.gateway.tasks.Repositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** Opens the repositories of people by JGit; nothing in them is ever written or run. */
public final class JGitRepositories implements Repositories {
  private final HeadImport importing;

  public JGitRepositories(HeadImport importing) {
    this.importing = importing;
  }

  @Override
  public Opened open(Path path) {
    if (!Files.exists(path)) {
      throw Refusal.invalid(
          "repo", "'%s' does not exist: say the path of a git repository.".formatted(path));
    }
    if (!Files.isDirectory(path)) {
      throw Refusal.invalid(
          "repo", "'%s' is a file: say the folder of the git repository.".formatted(path));
    }
    var found = new FileRepositoryBuilder().findGitDir(path.toFile());
    if (found.getGitDir() == null) {
      throw Refusal.invalid(
          "repo",
          "'%s' is not in a git repository: run 'git init' there and commit, or name another folder."
              .formatted(path));
    }
    Repository repository = null;
    try {
      repository = found.setMustExist(true).build();
      return open(path, repository);
    } catch (IOException e) {
      close(repository);
      throw Refusal.invalid(
          "repo", "The git repository at '%s' cannot be read: %s.".formatted(path, e.getMessage()));
    } catch (RuntimeException e) {
      close(repository);
      throw e;
    }
  }

  private OpenedByJGit open(Path path, Repository repository) throws IOException {
    if (repository.isBare()) {
      throw Refusal.invalid(
          "repo",
          "'%s' is a bare repository, without files to work on: name a clone of it (git clone)."
              .formatted(path));
    }
    var head = repository.resolve(Constants.HEAD);
    if (head == null) {
      throw Refusal.invalid(
          "repo",
          "The git repository at '%s' has no commit, so there is nothing to start from: commit first (git add, git commit)."
              .formatted(path));
    }
    return new OpenedByJGit(repository, head, HeadFiles.of(repository, head));
  }

  private static void close(@Nullable Repository repository) {
    if (repository != null) {
      repository.close();
    }
  }

  /** A repository that is open. */
  private final class OpenedByJGit implements Opened {
    private final Repository repository;
    private final ObjectId head;
    private final HeadFiles files;

    OpenedByJGit(Repository repository, ObjectId head, HeadFiles files) {
      this.repository = repository;
      this.head = head;
      this.files = files;
    }

    @Override
    public Path root() {
      return repository.getWorkTree().toPath().toAbsolutePath().normalize();
    }

    @Override
    public ProjectFiles files() {
      return files;
    }

    @Override
    public Optional<String> uncommitted(String path) {
      var file = root().resolve(path);
      try {
        return !files.has(path)
                && Files.isRegularFile(file)
                && Files.size(file) <= ProjectFiles.LARGEST
            ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }

    @Override
    public SourceSnapshot importHead(ProjectId project) {
      return importing.importHead(project, root());
    }

    @Override
    public void close() {
      repository.close();
    }

    @Override
    public String toString() {
      return root() + " at " + head.name();
    }
  }
}
