package dev.taskmaster.localstack.launcher;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.taskmaster.localstack.parts.Installation;
import dev.taskmaster.localstack.parts.StackFolders;
import dev.taskmaster.localstack.parts.StackOptions;
import dev.taskmaster.localstack.process.JavaCommand;
import dev.taskmaster.localstack.process.LogFile;
import dev.taskmaster.localstack.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The process that holds a stack together when nobody stays in the foreground for it. */
public final class DetachedSupervisor {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final List<String> FLAGS =
      List.of(
          "-Xmx32m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  /** Lets go of the terminal, its process group and its signals, then becomes the supervisor. */
  private static final String DETACH =
      """
      if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
      trap '' HUP INT
      exec "$@"\
      """;

  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int LOG_LINES_SHOWN = 15;

  private final Process process;
  private final LogFile log;

  private DetachedSupervisor(Process process, LogFile log) {
    this.process = process;
    this.log = log;
  }

  /** Holds the stack described by the file {@code args[0]} together until it is asked to stop. */
  public static void main(String[] args) throws IOException {
    var file = Path.of(args[0]);
    var options = MAPPER.readValue(file.toFile(), StackOptions.class);
    Files.delete(file);
    try {
      if (new LocalStack(options).start() instanceof OwnedStack stack) {
        stack.awaitStopped();
      }
      System.exit(0);
    } catch (StackStartException e) {
      System.err.println(e.getMessage());
      System.exit(e.isBadInput() ? BAD_INPUT : FAILED);
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(FAILED);
    }
  }

  /**
   * Whether it still runs.
   *
   * @throws StackStartException if it ended because it could not start the stack
   */
  boolean isStarting() {
    if (process.isAlive()) {
      return true;
    }
    var words = String.join("\n", log.lastLines(LOG_LINES_SHOWN));
    switch (process.exitValue()) {
      case 0 -> {
        return false;
      }
      case BAD_INPUT -> throw StackStartException.badInput(words);
      case FAILED -> throw new StackStartException(words);
      default ->
          throw new StackStartException(
              "Its supervisor ended with exit code %d. The last lines of %s:\n%s"
                  .formatted(process.exitValue(), log.path(), words));
    }
  }

  /** Starts that process; it goes on when this one ends. */
  static DetachedSupervisor launch(Installation installation, StackOptions options) {
    var log = new LogFile(new StackFolders(options.dataDir()).log("supervisor"));
    log.startNew();
    try {
      var description = PrivateFiles.createTemporary(options.dataDir(), "options");
      Files.write(description, MAPPER.writeValueAsBytes(options));
      var builder = new ProcessBuilder(command(installation, description));
      builder.redirectErrorStream(true).redirectOutput(log.path().toFile());
      builder.redirectInput(Path.of("/dev/null").toFile());
      builder.directory(options.dataDir().toFile());
      return new DetachedSupervisor(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the supervisor of the stack", e);
    }
  }

  private static List<String> command(Installation installation, Path description) {
    var command = new ArrayList<>(List.of("sh", "-c", DETACH, "taskmaster"));
    command.add(JavaCommand.java().toString());
    command.addAll(FLAGS);
    command.add("-Dlocalstack.process=supervisor");
    command.add("-Dtaskmaster.home=" + installation.root());
    command.add("-cp");
    command.add(
        installation.launcherClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator"))));
    command.add(DetachedSupervisor.class.getName());
    command.add(description.toString());
    return command;
  }
}
