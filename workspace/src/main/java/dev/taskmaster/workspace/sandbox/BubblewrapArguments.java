package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words that start one command in bubblewrap. */
final class BubblewrapArguments {
  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
  private static final List<String> SETTINGS =
      List.of(
          "/etc/alternatives",
          "/etc/ca-certificates",
          "/etc/ssl/certs",
          "/etc/ssl/openssl.cnf",
          "/etc/pki",
          "/etc/ld.so.cache",
          "/etc/ld.so.conf",
          "/etc/ld.so.conf.d",
          "/etc/localtime",
          "/etc/timezone",
          "/etc/mime.types",
          "/etc/protocols",
          "/etc/services",
          "/etc/maven",
          "/etc/java-8-openjdk",
          "/etc/java-11-openjdk",
          "/etc/java-17-openjdk",
          "/etc/java-21-openjdk",
          "/etc/java-25-openjdk",
          "/etc/python3",
          "/etc/os-release",
          "/etc/debian_version");
  private static final List<String> NETWORK = List.of("/etc/resolv.conf", "/etc/gai.conf");
  private static final long TEMPORARY_BYTES = 2L << 30;

  private final List<String> words = new ArrayList<>();
  private final Set<Path> ways = new HashSet<>();
  private final Toolchains tools;
  private final Path settings;

  /**
   * @param settings a folder with the passwd, group, hosts and nsswitch.conf to show
   */
  BubblewrapArguments(Toolchains tools, Path settings) {
    this.tools = tools;
    this.settings = settings;
  }

  List<String> of(
      Path bwrap, Confinement confinement, long uid, SandboxCommand command, List<String> limits)
      throws IOException {
    words.add(bwrap.toString());
    words.addAll(confinement.namespaces());
    add("--die-with-parent", "--new-session", "--clearenv", "--hostname", "sandbox");
    if (command.policy().network()) {
      shareNetwork(confinement);
    }
    mountSystem(command.policy());
    mountTemporary();
    for (Path folder : tools.folders()) {
      mount("--ro-bind-try", folder.toString(), folder);
    }
    for (Path folder : command.policy().readOnly()) {
      mount("--ro-bind", real(folder), folder);
    }
    for (Path folder : command.policy().writable()) {
      mount("--bind", real(folder), folder);
    }
    add("--bind", real(command.workDir()), SandboxCommand.INSIDE);
    add("--remount-ro", "/", "--chdir", confinement.startFolder());
    Map<String, String> env = new TreeMap<>(tools.environment(command.policy().network()));
    env.putAll(command.env());
    env.forEach((name, value) -> add("--setenv", name, value));
    add("--");
    words.addAll(limits);
    words.addAll(confinement.dropping(uid));
    words.addAll(command.argv());
    return List.copyOf(words);
  }

  private void shareNetwork(Confinement confinement) {
    if (confinement.isFor(true)) {
      words.remove("--unshare-net");
    } else {
      add("--share-net");
    }
  }

  private void mountSystem(Policy policy) throws IOException {
    for (String folder : SYSTEM) {
      Path path = Path.of(folder);
      if (Files.isSymbolicLink(path)) {
        add("--symlink", Files.readSymbolicLink(path).toString(), folder);
      } else if (Files.isDirectory(path)) {
        add("--ro-bind", folder, folder);
      }
    }
    for (String file : SETTINGS) {
      mount("--ro-bind-try", file, Path.of(file));
    }
    for (String name : List.of("passwd", "group", "hosts", "nsswitch.conf")) {
      mount("--ro-bind", settings.resolve(name).toString(), Path.of("/etc", name));
    }
    if (policy.network()) {
      NETWORK.forEach(file -> mount("--ro-bind-try", file, Path.of(file)));
    }
    add("--proc", "/proc", "--dev", "/dev");
  }

  private void mountTemporary() {
    String size = Long.toString(TEMPORARY_BYTES);
    for (String folder : List.of("/dev/shm", "/tmp", "/var/tmp", tools.home().toString())) {
      makeWayTo(Path.of(folder));
      add("--perms", "1777", "--size", size, "--tmpfs", folder);
    }
    add("--dir", "/run");
  }

  private void mount(String how, String from, Path to) {
    makeWayTo(to);
    add(how, from, to.toString());
  }

  /** Folders that bubblewrap makes on the way to a mount would be closed to the user inside. */
  private void makeWayTo(Path place) {
    Path absolute = place.toAbsolutePath().normalize();
    for (int depth = 1; depth < absolute.getNameCount(); depth++) {
      Path folder = Path.of("/").resolve(absolute.subpath(0, depth));
      if (ways.add(folder)) {
        add("--perms", "0755", "--dir", folder.toString());
      }
    }
  }

  private static String real(Path folder) throws IOException {
    return folder.toRealPath().toString();
  }

  private void add(String... more) {
    words.addAll(List.of(more));
  }
}
