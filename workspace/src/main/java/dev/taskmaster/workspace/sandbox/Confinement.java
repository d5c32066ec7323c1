package dev.taskmaster.workspace.sandbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways to build the sandbox, strictest first. A machine may forbid some of them; which one
 * holds is found out by trying.
 */
enum Confinement {
  /**
   * Started by root: folders are mounted as root, then an unprivileged user of its own takes over,
   * in a user namespace of its own that allows no further one.
   */
  ROOT_TO_NAMESPACE(true, true),
  /** Started by root: as above without the inner user namespace. */
  ROOT_TO_USER(true, false),
  /** Started by a user: all namespaces, and no further user namespace inside. */
  USER_CLOSED(false, true),
  /** Started by a user: all namespaces. */
  USER(false, false);

  private final boolean forRoot;
  private final boolean closed;

  Confinement(boolean forRoot, boolean closed) {
    this.forRoot = forRoot;
    this.closed = closed;
  }

  boolean isFor(boolean root) {
    return forRoot == root;
  }

  /** Options of the outer bubblewrap that choose namespaces and privileges. */
  List<String> namespaces() {
    if (forRoot) {
      // As real root there is no user namespace, so that many user ids exist inside.
      return List.of(
          "--unshare-ipc",
          "--unshare-pid",
          "--unshare-net",
          "--unshare-uts",
          "--unshare-cgroup-try",
          "--cap-drop",
          "ALL",
          "--cap-add",
          "CAP_SETUID",
          "--cap-add",
          "CAP_SETGID",
          "--cap-add",
          "CAP_SETPCAP");
    }
    return closed
        ? List.of("--unshare-all", "--unshare-user", "--disable-userns")
        : List.of("--unshare-all");
  }

  /**
   * The folder the outer bubblewrap starts in. As root without powers it may not enter the work
   * folder.
   */
  String startFolder() {
    return forRoot ? "/" : SandboxCommand.INSIDE;
  }

  /** Words before the command that give up what privileges are left. */
  List<String> dropping(long uid) {
    if (!forRoot) {
      return List.of();
    }
    List<String> drop =
        List.of(
            "setpriv",
            "--reuid=" + uid,
            "--regid=" + uid,
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            "--bounding-set=-all",
            "--");
    List<String> enter =
        closed
            ? List.of(
                "bwrap",
                "--unshare-user",
                "--disable-userns",
                "--dev-bind",
                "/",
                "/",
                "--chdir",
                SandboxCommand.INSIDE,
                "--")
            : List.of("env", "--chdir=" + SandboxCommand.INSIDE);
    return Stream.concat(drop.stream(), enter.stream()).toList();
  }
}
