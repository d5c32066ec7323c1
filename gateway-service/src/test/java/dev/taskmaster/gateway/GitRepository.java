package dev.taskmaster.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A person's repository, made for a test. */
public record GitRepository(Path root) {
  /** A repository without a commit. */
  public static GitRepository empty(Path root) throws GitAPIException {
    Git.init().setDirectory(root.toFile()).setInitialBranch("main").call().close();
    return new GitRepository(root);
  }

  /** A repository with these files in its one commit. */
  public static GitRepository with(Path root, Map<String, String> files)
      throws GitAPIException, IOException {
    var repository = empty(root);
    for (var file : files.entrySet()) {
      repository.write(file.getKey(), file.getValue());
    }
    repository.commit("first");
    return repository;
  }

  public void write(String path, String text) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  public String commit(String message) throws GitAPIException, IOException {
    try (var git = Git.open(root.toFile())) {
      git.add().addFilepattern(".").call();
      return git.commit()
          .setMessage(message)
          .setAuthor("A", "a@example.org")
          .setCommitter("A", "a@example.org")
          .setSign(false)
          .call()
          .name();
    }
  }

  public void detach() throws GitAPIException, IOException {
    try (var git = Git.open(root.toFile())) {
      git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
    }
  }
}
