package dev.taskmaster.workspace.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A command to run.
 *
 * @param argv the program and its arguments
 * @param workDir the folder it runs in and may write to; in a sandbox it appears as {@value
 *     #INSIDE}
 * @param env variables besides the few it gets anyway; must not hold secrets
 * @param timeout after which it is killed
 * @param outputLimitBytes how much of its output is kept, first and last half
 * @param policy what it may have
 */
public record SandboxCommand(
    List<String> argv,
    Path workDir,
    Map<String, String> env,
    Duration timeout,
    long outputLimitBytes,
    Policy policy) {
  /** Where the work folder is mounted in a sandbox. */
  public static final String INSIDE = "/workspace";

  private static final long MOST_OUTPUT = 64L << 20;

  public SandboxCommand {
    argv = List.copyOf(argv);
    env = Map.copyOf(env);
    if (argv.isEmpty() || argv.stream().anyMatch(arg -> arg.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("a command needs a program and no NUL in its arguments");
    }
    for (Map.Entry<String, String> variable : env.entrySet()) {
      if (!variable.getKey().matches("[A-Za-z_][A-Za-z0-9_]*")
          || variable.getValue().indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "\"%s\" is no environment variable".formatted(variable.getKey()));
      }
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("the time limit of a command is positive");
    }
    if (outputLimitBytes < 256 || outputLimitBytes > MOST_OUTPUT) {
      throw new IllegalArgumentException(
          "the output limit of a command is between 256 bytes and 64 MiB");
    }
  }

  /** A line for the shell, with the standard policy and 1 MiB of output. */
  public static SandboxCommand shell(String line, Path workDir, Duration timeout) {
    return new SandboxCommand(
        List.of("/bin/sh", "-c", line), workDir, Map.of(), timeout, 1 << 20, Policy.standard());
  }

  /** The same under another policy. */
  public SandboxCommand with(Policy other) {
    return new SandboxCommand(argv, workDir, env, timeout, outputLimitBytes, other);
  }

  /** The same with these variables. */
  public SandboxCommand withEnv(Map<String, String> other) {
    return new SandboxCommand(argv, workDir, other, timeout, outputLimitBytes, policy);
  }

  /** The same with another output limit. */
  public SandboxCommand withOutputLimit(long bytes) {
    return new SandboxCommand(argv, workDir, env, timeout, bytes, policy);
  }
}
