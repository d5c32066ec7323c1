package dev.taskmaster.workspace.sandbox;

import dev.taskmaster.workspace.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs each command in fresh namespaces: it sees the system and its tools read-only, an empty home
 * and temporary folder, and its own work folder, the only thing that outlives it. Started by root,
 * it runs as a user that exists nowhere else, because limits do not bind root.
 */
public final class BubblewrapSandbox implements Sandbox {
  private static final long FIRST_UID = 1_000_000;
  private static final int UIDS = 1_000_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 64 % UIDS));

  private final Path bwrap;
  private final Confinement confinement;
  private final Map<String, String> hostEnv;
  private final Toolchains tools;

  BubblewrapSandbox(Path bwrap, Confinement confinement, Map<String, String> hostEnv, Path home) {
    this.bwrap = bwrap;
    this.confinement = confinement;
    this.hostEnv = Map.copyOf(hostEnv);
    this.tools = new Toolchains(hostEnv, home);
  }

  @Override
  public Isolation isolation() {
    return Isolation.BUBBLEWRAP;
  }

  @Override
  public RunningCommand start(SandboxCommand command) {
    try {
      Path settings = Files.createTempDirectory("taskmaster-sandbox-");
      long self = Ownership.own(settings);
      boolean root = confinement.isFor(true);
      long uid = root ? FIRST_UID + NEXT.getAndIncrement() % UIDS : self;
      List<Path> writable = new ArrayList<>(command.policy().writable());
      writable.add(command.workDir());
      Runnable cleanUp = () -> cleanUp(settings, root ? writable : List.of(), self);
      try {
        writeSettings(settings, uid);
        if (root) {
          give(writable, uid);
        }
        return launch(command, settings, uid, cleanUp);
      } catch (IOException | RuntimeException e) {
        cleanUp.run();
        throw e;
      }
    } catch (IOException e) {
      throw new SandboxUnavailableException(
          "the sandbox could not be started: " + e.getMessage(), e);
    }
  }

  private RunningCommand launch(SandboxCommand command, Path settings, long uid, Runnable cleanUp)
      throws IOException {
    List<String> limits = Limits.of(command.policy(), true, hostEnv);
    List<String> words =
        new BubblewrapArguments(tools, settings).of(bwrap, confinement, uid, command, limits);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = Launcher.start(builder);
    return new ProcessRun(process, new NamespaceKilling(), isolation(), command, cleanUp);
  }

  private void writeSettings(Path settings, long uid) throws IOException {
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rwxr-xr-x"));
    String home = tools.home().toString();
    write(
        settings.resolve("passwd"),
        "root:x:0:0:root:/nonexistent:/bin/sh\nsandbox:x:%d:%d:sandbox:%s:/bin/sh\n"
            .formatted(uid, uid, home));
    write(settings.resolve("group"), "root:x:0:\nsandbox:x:%d:\n".formatted(uid));
    write(settings.resolve("hosts"), "127.0.0.1 localhost sandbox\n::1 localhost\n");
    write(settings.resolve("nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static void give(List<Path> folders, long uid) throws IOException {
    for (Path folder : folders) {
      Ownership.give(folder.toRealPath(), uid);
    }
  }

  private static void cleanUp(Path settings, List<Path> folders, long self) {
    try {
      Folders.delete(settings);
      give(folders, self);
    } catch (IOException e) {
      throw new SandboxUnavailableException(
          "a folder of the sandbox could not be taken back: " + e.getMessage(), e);
    }
  }
}
