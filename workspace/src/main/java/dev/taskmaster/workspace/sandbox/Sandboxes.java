package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the sandbox of this machine by trying to break out of it. */
public final class Sandboxes {
  private static final String WAY_OUT =
      "install bubblewrap (and allow user namespaces), or pass --unsafe-host-exec to run commands"
          + " without a sandbox";

  private Sandboxes() {}

  /**
   * The strictest sandbox that holds here; else, if the person has allowed it, none; else one that
   * refuses every command and says what to do.
   */
  public static Sandbox choose(boolean unsafeHostExec) {
    return choose(
        unsafeHostExec, System.getenv(), Path.of(System.getProperty("user.home", "/nonexistent")));
  }

  static Sandbox choose(boolean unsafeHostExec, Map<String, String> env, Path home) {
    Optional<Path> bwrap = Programs.find("bwrap", env);
    if (bwrap.isEmpty()) {
      return withoutSandbox(unsafeHostExec, env, "bubblewrap (bwrap) is not installed");
    }
    List<String> problems = new ArrayList<>();
    boolean root = isRoot();
    for (Confinement confinement : Confinement.values()) {
      if (confinement.isFor(root)) {
        Sandbox sandbox = new BubblewrapSandbox(bwrap.get(), confinement, env, home);
        List<String> escapes = new Probe(sandbox).escapes();
        if (escapes.isEmpty()) {
          return sandbox;
        }
        problems.addAll(escapes);
      }
    }
    String reason = "bubblewrap does not hold on this machine: " + String.join("; ", problems);
    return withoutSandbox(unsafeHostExec, env, reason);
  }

  static Sandbox withoutSandbox(boolean unsafeHostExec, Map<String, String> env, String reason) {
    return unsafeHostExec ? new HostSandbox(env) : new RefusingSandbox(reason + "; " + WAY_OUT);
  }

  private static boolean isRoot() {
    try {
      Path made = Files.createTempFile("taskmaster-user-", "");
      try {
        return Ownership.own(made) == 0;
      } finally {
        Files.delete(made);
      }
    } catch (IOException e) {
      throw new SandboxUnavailableException(
          "the temporary folder cannot be written to; make it writable", e);
    }
  }

  /** Runs nothing. */
  private record RefusingSandbox(String reason) implements Sandbox {
    @Override
    public Isolation isolation() {
      return Isolation.NONE;
    }

    @Override
    public RunningCommand start(SandboxCommand command) {
      throw new SandboxUnavailableException("commands cannot be run: " + reason);
    }
  }
}
