package dev.taskmaster.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java process: the JVM of this process, run with {@link
 * dev.taskmaster.localstack.child.ParentWatch} in front of its main class.
 *
 * @param flags JVM flags, one argument each
 * @param classPath searched in this order
 * @param archive makes the second and every later start faster
 */
public record JavaCommand(
    List<String> flags,
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    StartArchive archive) {
  private static final String PARENT_WATCH = "dev.taskmaster.localstack.child.ParentWatch";

  /**
   * Shows in process lists what a process is. Not under {@code taskmaster.}: services check that.
   */
  private static final String PROCESS_MARK = "-Dlocalstack.process=";

  public JavaCommand {
    flags = List.copyOf(flags);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /** The Java launcher of the JVM this code runs on. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /**
   * The command line, with all that is long in {@code argumentFile}, so that a process list stays
   * readable and no length limit is met.
   */
  public List<String> toCommandLine(String name, Path argumentFile) {
    var lines = new ArrayList<>(flags);
    lines.addAll(archive.flags());
    lines.add("-cp");
    lines.add(classPath.stream().map(Path::toString).collect(Collectors.joining(separator())));
    lines.add(PARENT_WATCH);
    lines.add(mainClass);
    lines.addAll(arguments);
    var text = lines.stream().map(JavaCommand::quoted).collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.createDirectories(argumentFile.getParent());
      Files.writeString(argumentFile, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + argumentFile, e);
    }
    return List.of(java().toString(), PROCESS_MARK + name, "@" + argumentFile);
  }

  private static String separator() {
    return System.getProperty("path.separator");
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
