package dev.taskmaster.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of one program as its JVM has loaded them once, kept in a class data sharing archive:
 * the next start skips reading, verifying and linking them. The first run writes the archive as it
 * ends; it counts only once that run is known to have ended in good order.
 */
public final class StartArchive {
  /** What the JVM has to say about classes it cannot archive is nothing a person can act on. */
  private static final String QUIET = "-Xlog:disable";

  private final Path archive;
  private final Path fresh;
  private final String name;
  private final boolean possible;

  private StartArchive(Path folder, String name, String fingerprint, boolean possible) {
    this.name = name;
    this.archive = folder.resolve(name + "-" + fingerprint + ".jsa");
    this.fresh = folder.resolve(name + "-" + fingerprint + ".fresh");
    this.possible = possible;
  }

  /**
   * The archive of the program {@code name} with this class path, kept in {@code folder}. Another
   * JVM, another jar or a rebuilt one makes it another archive.
   */
  public static StartArchive of(Path folder, String name, List<Path> classPath) {
    boolean onlyJars = classPath.stream().allMatch(Files::isRegularFile);
    return new StartArchive(folder, name, onlyJars ? fingerprint(classPath) : "none", onlyJars);
  }

  /** For a program that shall always start from its jars. */
  public static StartArchive none() {
    return new StartArchive(Path.of(""), "none", "none", false);
  }

  /** Says with flags of the JVM to use the archive, or to write it if there is none. */
  public List<String> flags() {
    if (!possible) {
      return List.of();
    }
    var use = exists() ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + fresh;
    return List.of(use, QUIET);
  }

  /** Whether a run has left one. */
  public boolean exists() {
    return Files.exists(archive);
  }

  /**
   * The run that was to write the archive has ended in good order: the archive counts from now on.
   */
  public void accept() {
    if (!possible || exists() || !Files.exists(fresh)) {
      return;
    }
    try {
      Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
      deleteOlder();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + archive, e);
    }
  }

  private void deleteOlder() throws IOException {
    try (Stream<Path> files = Files.list(archive.resolveSibling(""))) {
      for (var file : files.filter(this::isOlder).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private boolean isOlder(Path file) {
    var other = file.getFileName().toString();
    return other.matches("\\Q" + name + "\\E-[0-9a-f]+\\.(jsa|fresh)") && !file.equals(archive);
  }

  private static String fingerprint(List<Path> classPath) {
    var text = new StringBuilder(System.getProperty("java.vm.version")).append(JavaCommand.java());
    try {
      for (var jar : JarClassPath.expand(classPath)) {
        text.append('\n').append(jar).append(' ').append(Files.size(jar));
        text.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
      }
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class path", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
