package dev.taskmaster.workspace.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tools of this machine that commands may read: what is on the path, JAVA_HOME, and the usual
 * homes of language tools. From the home folder only what is named here is shown, never the home.
 */
final class Toolchains {
  private static final List<String> SYSTEM =
      List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
  private static final List<String> IN_HOME =
      List.of(
          ".pyenv",
          ".nvm/versions",
          ".nvm/alias",
          ".volta",
          ".fnm",
          ".asdf",
          ".cargo/bin",
          ".cargo/registry",
          ".cargo/git",
          ".rustup",
          ".sdkman/candidates",
          ".jdks",
          ".m2/repository",
          ".m2/wrapper",
          ".gradle/wrapper",
          ".local/bin",
          ".local/lib",
          ".local/share/pnpm",
          ".local/share/uv/python",
          ".local/share/mise",
          ".deno/bin",
          ".bun/bin",
          "go/bin",
          "go/pkg/mod",
          ".dotnet");
  private static final List<String> VARIABLES =
      List.of("JAVA_HOME", "GOROOT", "PYENV_VERSION", "RUSTUP_TOOLCHAIN", "NVM_DIR", "DOTNET_ROOT");

  private final Map<String, String> hostEnv;
  private final Path home;

  Toolchains(Map<String, String> hostEnv, Path home) {
    this.hostEnv = hostEnv;
    this.home = home.toAbsolutePath().normalize();
  }

  /** The home folder as commands see it: empty, writable and gone afterwards. */
  Path home() {
    boolean usable =
        home.getNameCount() > 0 && SYSTEM.stream().noneMatch(dir -> home.startsWith(Path.of(dir)));
    return usable ? home : Path.of("/home/sandbox");
  }

  /** The folders to show read-only at their own paths, outer ones before inner ones. */
  List<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    for (String name : IN_HOME) {
      addIfReadable(folders, home.resolve(name));
    }
    pathEntries().forEach(entry -> addToolFolder(folders, entry));
    addHomeOfJava(folders, hostEnv.getOrDefault("JAVA_HOME", ""));
    addHomeOfJava(folders, System.getProperty("java.home", ""));
    addIfReadable(folders, path(hostEnv.getOrDefault("GOROOT", "")));
    List<Path> sorted = new ArrayList<>(folders);
    sorted.sort(null);
    return withoutNested(sorted);
  }

  /** Variables a command starts with. */
  Map<String, String> environment(boolean network) {
    Map<String, String> env = new TreeMap<>();
    for (String name : VARIABLES) {
      String value = hostEnv.get(name);
      if (value != null && !value.isBlank()) {
        env.put(name, value);
      }
    }
    env.put("PATH", visiblePath());
    env.put("HOME", home().toString());
    env.put("TMPDIR", "/tmp");
    env.put("LANG", "C.UTF-8");
    env.put("LC_ALL", "C.UTF-8");
    env.put("TERM", "dumb");
    env.put("USER", "sandbox");
    env.put("LOGNAME", "sandbox");
    env.put("GOTOOLCHAIN", "local");
    env.put("PYTHONDONTWRITEBYTECODE", "1");
    if (!network) {
      env.put("GOPROXY", "off");
      env.put("CARGO_NET_OFFLINE", "true");
    }
    return env;
  }

  private String visiblePath() {
    List<Path> shown = folders();
    Set<String> entries = new LinkedHashSet<>();
    for (Path entry : pathEntries()) {
      if (isSystem(entry) || shown.stream().anyMatch(entry::startsWith)) {
        entries.add(entry.toString());
      }
    }
    entries.addAll(List.of("/usr/local/bin", "/usr/bin", "/bin"));
    return String.join(File.pathSeparator, entries);
  }

  private List<Path> pathEntries() {
    List<Path> entries = new ArrayList<>();
    for (String entry : hostEnv.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path path = path(entry);
      if (path.isAbsolute() && Files.isDirectory(path)) {
        entries.add(path.normalize());
      }
    }
    return entries;
  }

  /** A folder of programs brings the folder it is in, unless that is a home or the root. */
  private void addToolFolder(Set<Path> folders, Path entry) {
    if (isSystem(entry) || home.startsWith(entry)) {
      return;
    }
    Path parent = entry.getParent();
    boolean named = entry.endsWith("bin") || entry.endsWith("sbin");
    boolean whole =
        parent != null
            && named
            && parent.getNameCount() > 1
            && !entry.startsWith(home)
            && !home.startsWith(parent);
    addIfReadable(folders, whole && parent != null ? parent : entry);
  }

  private void addHomeOfJava(Set<Path> folders, String javaHome) {
    Path path = path(javaHome);
    if (path.isAbsolute() && !isSystem(path) && Files.exists(path.resolve("bin/java"))) {
      addIfReadable(folders, path.normalize());
      try {
        addIfReadable(folders, path.toRealPath());
      } catch (IOException gone) {
        folders.remove(path.normalize());
      }
    }
  }

  private void addIfReadable(Set<Path> folders, Path folder) {
    boolean harmless =
        folder.isAbsolute()
            && folder.getNameCount() > 1
            && !isSystem(folder)
            && !home.startsWith(folder);
    if (harmless && Files.isDirectory(folder) && Files.isReadable(folder)) {
      folders.add(folder);
    }
  }

  private static boolean isSystem(Path path) {
    return SYSTEM.stream().anyMatch(dir -> path.startsWith(Path.of(dir)));
  }

  private static List<Path> withoutNested(List<Path> sorted) {
    List<Path> kept = new ArrayList<>();
    for (Path path : sorted) {
      if (kept.stream().noneMatch(path::startsWith)) {
        kept.add(path);
      }
    }
    return kept;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException unusable) {
      return Path.of("");
    }
  }
}
