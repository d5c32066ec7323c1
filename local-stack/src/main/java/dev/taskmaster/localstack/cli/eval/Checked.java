package dev.taskmaster.localstack.cli.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command run on a result: what a model made is run only locked up, unless the person does
 * without.
 */
final class Checked {
  private static final int MOST_OUTPUT = 1 << 20;
  private static final int MOST_MINUTES = 10;

  private final Path folder;
  private final boolean sandboxed;

  Checked(Path folder, boolean sandboxed) {
    this.folder = folder;
    this.sandboxed = sandboxed;
  }

  /** What a command came to. */
  record Ran(boolean worked, String lastLine) {}

  Ran run(String command) {
    var builder =
        new ProcessBuilder(words(command)).directory(folder.toFile()).redirectErrorStream(true);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var reading = Thread.ofVirtual().start(() -> stopAtLimit(process));
      var output =
          new String(process.getInputStream().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      int exit = process.waitFor();
      reading.interrupt();
      return new Ran(exit == 0, lastLine(output, exit));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run '%s' in %s".formatted(command, folder), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ran(false, "interrupted");
    }
  }

  private static void stopAtLimit(Process process) {
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lastLine(String output, int exit) {
    var lines = output.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "exit " + exit : lines.getLast().strip();
  }

  private List<String> words(String command) {
    var words = new ArrayList<String>();
    if (sandboxed) {
      var place = folder.toString();
      words.addAll(
          List.of(
              "bwrap",
              "--unshare-all",
              "--die-with-parent",
              "--new-session",
              "--ro-bind",
              "/",
              "/",
              "--dev",
              "/dev",
              "--proc",
              "/proc",
              "--tmpfs",
              "/tmp",
              "--bind",
              place,
              place,
              "--chdir",
              place,
              "--setenv",
              "HOME",
              "/tmp"));
    }
    words.addAll(List.of("sh", "-c", command));
    return words;
  }
}
