package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.parts.StackFolders;
import dev.taskmaster.localstack.process.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of one process. */
@Command(
    name = "logs",
    description = "Show the log of one process of the stack.",
    mixinStandardHelpOptions = true)
final class LogsCommand extends StackCommand {
  private static final long POLL_MILLIS = 250;

  @Parameters(paramLabel = "SERVICE", description = "kafka, neo4j, gateway, graph-store, …")
  private String service = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is written.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "200",
      description = "How many lines to show at first (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folders = new StackFolders(stack().dataDir());
    var log = folders.log(service);
    if (service.contains("/") || !Files.exists(log)) {
      throw CommandFailure.badInput(
          "There is no log of '%s' in %s. There are: %s."
              .formatted(service, folders.logs(), String.join(", ", known(folders.logs()))));
    }
    long shownTo = Files.size(log);
    var last = new LogFile(log).lastLines(lines);
    if (options().json()) {
      printJson(Map.of("service", service, "log", log.toString(), "lines", last));
      return ExitCode.DONE;
    }
    last.forEach(out()::println);
    out().flush();
    if (follow) {
      follow(log, shownTo);
    }
    return ExitCode.DONE;
  }

  private void follow(Path log, long from) throws IOException, InterruptedException {
    long position = from;
    while (!out().checkError()) {
      try (var file = new RandomAccessFile(log.toFile(), "r")) {
        if (file.length() < position) {
          position = 0;
        }
        file.seek(position);
        var bytes = new byte[(int) Math.min(file.length() - position, 1 << 20)];
        file.readFully(bytes);
        position += bytes.length;
        out().print(new String(bytes, StandardCharsets.UTF_8));
        out().flush();
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static List<String> known(Path logs) throws IOException {
    if (!Files.isDirectory(logs)) {
      return List.of("none");
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[a-z0-9-]+\\.log"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList();
    }
  }
}
