package dev.taskmaster.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs commands on the machine itself, with everything its user can reach. Only time, output and
 * some resources are limited, and its processes end with it as far as they stay in its session.
 */
public final class HostSandbox implements Sandbox {
  private final Map<String, String> hostEnv;

  HostSandbox(Map<String, String> hostEnv) {
    this.hostEnv = Map.copyOf(hostEnv);
  }

  @Override
  public Isolation isolation() {
    return Isolation.NONE;
  }

  @Override
  public RunningCommand start(SandboxCommand command) {
    List<String> words = new ArrayList<>();
    Optional<Path> setsid = Programs.find("setsid", hostEnv);
    setsid.ifPresent(program -> words.add(program.toString()));
    words.addAll(Limits.of(command.policy(), false, hostEnv));
    words.addAll(command.argv());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(command.workDir().toFile());
    builder.environment().clear();
    for (String name : List.of("PATH", "HOME", "LANG", "JAVA_HOME", "TMPDIR", "USER")) {
      Optional.ofNullable(hostEnv.get(name))
          .ifPresent(value -> builder.environment().put(name, value));
    }
    builder.environment().putAll(command.env());
    builder.redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Process process = Launcher.start(builder);
      GroupKilling killing = new GroupKilling(setsid.isPresent(), hostEnv);
      return new ProcessRun(process, killing, isolation(), command, () -> {});
    } catch (IOException e) {
      throw new SandboxUnavailableException(
          "the command could not be started: " + e.getMessage(), e);
    }
  }
}
