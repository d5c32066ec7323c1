package dev.taskmaster.localstack.ports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who listens on a port, where the system tells: the socket tables of Linux. */
final class PortHolder {
  private static final String LISTENING = "0A";
  private static final Path PROC = Path.of("/proc");

  private PortHolder() {}

  /** "process 4711 (java)", or null if it cannot be known. */
  static @Nullable String of(int port) {
    var inodes = new HashSet<String>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      collectInodes(PROC.resolve(table), port, inodes);
    }
    return inodes.isEmpty() ? null : processWith(inodes);
  }

  private static void collectInodes(Path table, int port, Set<String> inodes) {
    var suffix = String.format(Locale.ROOT, ":%04X", port);
    try {
      for (var line : Files.readAllLines(table)) {
        var columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
          inodes.add("socket:[" + columns[9] + "]");
        }
      }
    } catch (IOException e) {
      // Another system, or no right to look: the holder stays unknown, which the message allows.
      return;
    }
  }

  private static @Nullable String processWith(Set<String> sockets) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var process : processes) {
        if (holds(process, sockets)) {
          return "process " + process.getFileName() + name(process);
        }
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean holds(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (var file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // It ended meanwhile or belongs to somebody else.
      return false;
    }
  }

  private static String name(Path process) {
    try {
      return " (" + Files.readString(process.resolve("comm")).strip() + ")";
    } catch (IOException e) {
      return "";
    }
  }
}
