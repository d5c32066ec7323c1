package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tries to break out of a sandbox before it is trusted: read and write outside, reach the network,
 * see the processes of the machine. Also checks that honest work is possible.
 */
final class Probe {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Sandbox sandbox;

  Probe(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What is wrong with the sandbox; empty when it holds. */
  List<String> escapes() {
    List<String> problems = new ArrayList<>();
    try {
      Path outside = Files.createTempDirectory("taskmaster-probe-outside-");
      Path inside = Files.createTempDirectory("taskmaster-probe-inside-");
      try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        String secret = UUID.randomUUID().toString();
        Path canary = Files.writeString(outside.resolve("canary"), secret);
        // Whoever can see the folder could use it: only the sandbox must stand in the way.
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rwxrwxrwx"));
        Ran ran = attempt(inside, canary, listener.getLocalPort());
        judge(ran, secret, outside, inside, problems);
      } finally {
        dev.taskmaster.workspace.Folders.delete(outside);
        dev.taskmaster.workspace.Folders.delete(inside);
      }
    } catch (IOException | SandboxUnavailableException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }

  private Ran attempt(Path inside, Path canary, int port) {
    String script =
        String.join(
            "\n",
            "cat '%s' 2>/dev/null".formatted(canary),
            "echo x 2>/dev/null > '%s/written'".formatted(canary.getParent()),
            "echo x 2>/dev/null > /usr/written && echo ESCAPED-USR",
            "(exec 3<>/dev/tcp/127.0.0.1/%d) 2>/dev/null && echo ESCAPED-NET".formatted(port),
            "grep -v -e 'lo:' -e '|' /proc/net/dev | grep -q : && echo ESCAPED-INTERFACE",
            "kill -0 %d 2>/dev/null && echo ESCAPED-KILL".formatted(ProcessHandle.current().pid()),
            "test $(ls -d /proc/[0-9]* | wc -l) -gt 40 && echo ESCAPED-PROCESSES",
            "test \"$(id -u)\" = 0 && echo ESCAPED-ROOT",
            "echo x > kept && echo HONEST");
    return sandbox.run(
        new SandboxCommand(
            List.of(shell(), "-c", script),
            inside,
            java.util.Map.of(),
            LIMIT,
            1 << 16,
            Policy.standard()));
  }

  /** The network attempt needs bash; without it only the list of interfaces is looked at. */
  private static String shell() {
    return Files.isExecutable(Path.of("/bin/bash")) ? "/bin/bash" : "/bin/sh";
  }

  private static void judge(
      Ran ran, String secret, Path outside, Path inside, List<String> problems) {
    if (ran.output().contains(secret)) {
      problems.add("a file outside could be read");
    }
    if (Files.exists(outside.resolve("written"))) {
      problems.add("a file outside could be written");
    }
    if (ran.output().contains("ESCAPED-USR")) {
      problems.add("a system folder could be written");
    }
    if (ran.output().contains("ESCAPED-NET") || ran.output().contains("ESCAPED-INTERFACE")) {
      problems.add("the network could be reached");
    }
    if (ran.output().contains("ESCAPED-KILL") || ran.output().contains("ESCAPED-PROCESSES")) {
      problems.add("processes of the machine could be reached");
    }
    if (ran.output().contains("ESCAPED-ROOT")) {
      problems.add("commands run as root");
    }
    if (!ran.output().contains("HONEST") || !Files.exists(inside.resolve("kept"))) {
      String output = ran.output().strip();
      problems.add(
          "a harmless command failed: "
              + (output.length() > 300 ? output.substring(0, 300) : output));
    }
  }
}
