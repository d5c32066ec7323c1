package dev.taskmaster.workspace;

import dev.taskmaster.workspace.git.NeutralSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The exchange repositories below one folder, a bare one for each project. Several processes may
 * use the same folder at once.
 */
public final class ExchangeRepositories implements AutoCloseable {
  private final Path root;
  private final Map<String, ExchangeRepository> open = new ConcurrentHashMap<>();

  /** Repositories below {@code root}, which is created when it is missing. */
  public ExchangeRepositories(Path root) {
    NeutralSystem.install();
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The project's repository, created when it is missing.
   *
   * @param projectId letters, digits, dots, dashes and underscores
   */
  public ExchangeRepository open(String projectId) {
    if (!projectId.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") || projectId.endsWith(".")) {
      throw new IllegalArgumentException(
          "a project id has up to 100 letters, digits, dots, dashes and underscores");
    }
    return open.computeIfAbsent(projectId, this::openOrCreate);
  }

  private ExchangeRepository openOrCreate(String projectId) {
    Path folder = root.resolve(projectId + ".git");
    try {
      if (!Files.exists(folder.resolve("HEAD"))) {
        create(folder);
      }
      return new ExchangeRepository(repository(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot open the exchange repository " + folder + "; choose a folder to write in", e);
    }
  }

  /** Made beside its place and moved into it, so that nobody meets it half made. */
  private void create(Path folder) throws IOException {
    Files.createDirectories(root);
    Path made = Files.createTempDirectory(root, ".new-");
    try (FileRepository repository = repository(made)) {
      repository.create(true);
      FileBasedConfig config = repository.getConfig();
      config.setInt("gc", null, "auto", 0);
      config.setBoolean("core", null, "fsyncObjectFiles", true);
      config.setBoolean("core", null, "fsyncRefFiles", true);
      config.setString("core", null, "hooksPath", "/dev/null");
      config.save();
    }
    try {
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(made);
      if (!Files.exists(folder.resolve("HEAD"))) {
        throw e;
      }
    }
  }

  private static FileRepository repository(Path folder) throws IOException {
    return (FileRepository)
        new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  @Override
  public void close() {
    open.values().forEach(ExchangeRepository::close);
    open.clear();
  }
}
