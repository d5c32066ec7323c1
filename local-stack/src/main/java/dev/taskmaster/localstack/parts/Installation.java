package dev.taskmaster.localstack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the built project lies.
 *
 * @param root the folder that holds the modules
 */
public record Installation(Path root) {
  private static final String MARKER = "local-stack-kafka";

  public Installation {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The installation this process belongs to: the system property {@code taskmaster.home}, else the
   * variable {@code TASKMASTER_HOME}, else the first folder above these classes or above the
   * working directory that holds the modules.
   *
   * @throws IllegalStateException if there is none
   */
  public static Installation find() {
    return named(System.getProperty("taskmaster.home"))
        .or(() -> named(System.getenv("TASKMASTER_HOME")))
        .or(() -> above(codeSource()))
        .or(() -> above(Path.of("").toAbsolutePath()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot find the Task Master installation: set TASKMASTER_HOME to the folder"
                        + " that holds ./taskmaster."));
  }

  private static Optional<Installation> named(@Nullable String folder) {
    if (folder == null || folder.isBlank()) {
      return Optional.empty();
    }
    var root = Path.of(folder);
    if (!Files.isDirectory(root.resolve(MARKER))) {
      throw new IllegalStateException(
          "TASKMASTER_HOME is '%s', which is not a Task Master installation: it holds no folder %s."
              .formatted(folder, MARKER));
    }
    return Optional.of(new Installation(root));
  }

  private static Optional<Installation> above(@Nullable Path start) {
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(MARKER)) && Files.exists(folder.resolve("pom.xml"))) {
        return Optional.of(new Installation(folder));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Path codeSource() {
    try {
      var source = Installation.class.getProtectionDomain().getCodeSource();
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * What runs beside the main class of every child process: a jar once packaged, a folder before.
   */
  public Path childClasses() {
    var jar = jarOf("local-stack", "local-stack-child.jar");
    return Files.exists(jar) ? jar : launcherClasses();
  }

  private static Path launcherClasses() {
    var source = codeSource();
    if (source == null) {
      throw new IllegalStateException("the launcher's own classes cannot be located");
    }
    return source;
  }

  /**
   * The jar of {@code module}, whose manifest names the rest of its class path.
   *
   * @throws IllegalStateException if it is not built
   */
  public Path jarOf(String module) {
    var jar = jarOf(module, module + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(notBuilt(module, jar));
    }
    return jar;
  }

  private Path jarOf(String module, String name) {
    return root.resolve(module).resolve("target").resolve(name);
  }

  private String notBuilt(String module, Path missing) {
    return "%s is not built: there is no %s. Run './mvnw -DskipTests package' in %s."
        .formatted(module, missing, root);
  }

  /** Where archives that make later starts faster are kept, for as long as the build is. */
  public Path startArchives() {
    var folder = root.resolve("target").resolve("start-archives");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }

  /** What a launcher in a process of its own runs on: the packaged module, else what runs here. */
  public List<Path> launcherClassPath() {
    var jar = jarOf("local-stack", "local-stack.jar");
    if (Files.exists(jar)) {
      return List.of(jar);
    }
    return Pattern.compile(Pattern.quote(System.getProperty("path.separator")))
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .toList();
  }

  /**
   * The built application of a service.
   *
   * @throws IllegalStateException if it is not built
   */
  public Path application(String module) {
    var application = root.resolve(module).resolve("target").resolve("quarkus-app");
    var starter = application.resolve("quarkus-run.jar");
    if (!Files.exists(starter)) {
      throw new IllegalStateException(notBuilt(module, starter));
    }
    return application;
  }
}
