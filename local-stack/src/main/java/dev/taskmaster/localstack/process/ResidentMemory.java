package dev.taskmaster.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a process holds resident. */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** In bytes; empty if the process has ended or the system does not tell. */
  public static OptionalLong of(long pid) {
    var status = Path.of("/proc", Long.toString(pid), "status");
    return Files.isReadable(status) ? fromProc(status) : fromPs(pid);
  }

  private static OptionalLong fromProc(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong fromPs(long pid) {
    try {
      var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (var output = process.getInputStream()) {
        var text = new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text) << 10);
      }
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
