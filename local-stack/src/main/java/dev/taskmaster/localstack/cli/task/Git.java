package dev.taskmaster.localstack.cli.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The git of this machine, with hooks and helpers that a repository could bring switched off. Only
 * for looking, and for repositories of our own making.
 */
public final class Git {
  private static final List<String> HARMLESS =
      List.of(
          "-c", "core.hooksPath=/dev/null",
          "-c", "core.fsmonitor=false",
          "-c", "core.pager=cat",
          "-c", "commit.gpgSign=false",
          "-c", "diff.external=",
          "-c", "user.name=Task Master",
          "-c", "user.email=taskmaster@localhost");
  private static final int MOST_OUTPUT = 4 << 20;

  private final Path folder;

  public Git(Path folder) {
    this.folder = folder;
  }

  /** What a command came to. */
  public record Ran(int exitCode, String output) {
    public boolean worked() {
      return exitCode == 0;
    }
  }

  /** Runs a git command; its output and errors together. */
  public Ran run(String... arguments) {
    var command = new ArrayList<String>();
    command.add("git");
    command.addAll(HARMLESS);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output =
          new String(process.getInputStream().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Ran(-1, output);
      }
      return new Ran(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("git cannot be run: install it (apt-get install git)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ran(-1, "interrupted");
    }
  }

  /**
   * Runs a git command that must work.
   *
   * @throws IllegalStateException with its output when it does not
   */
  public String must(String... arguments) {
    var ran = run(arguments);
    if (!ran.worked()) {
      throw new IllegalStateException(
          "git %s failed in %s: %s"
              .formatted(String.join(" ", arguments), folder, ran.output().strip()));
    }
    return ran.output();
  }

  /** What a commit changed against where it branched off HEAD; empty where that cannot be told. */
  public String diff(String commit, String... how) {
    var base = run("merge-base", "HEAD", commit);
    var from = base.worked() ? base.output().strip() : commit + "^";
    var arguments =
        new ArrayList<>(List.of("diff", "--no-ext-diff", "--no-textconv", "--no-color"));
    arguments.addAll(List.of(how));
    arguments.add(from.equals(commit) ? commit + "^" : from);
    arguments.add(commit);
    var diff = run(arguments.toArray(String[]::new));
    return diff.worked() ? diff.output() : "";
  }
}
