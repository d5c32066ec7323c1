package dev.taskmaster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real repository made by the git command, as a person would have one. */
public final class PersonsRepository {
  private final Path folder;

  private PersonsRepository(Path folder) {
    this.folder = folder;
  }

  public static PersonsRepository at(Path folder) throws Exception {
    Files.createDirectories(folder);
    PersonsRepository repository = new PersonsRepository(folder);
    repository.git("init", "-q", "-b", "main");
    repository.git("config", "user.name", "A Person");
    repository.git("config", "user.email", "person@example.org");
    return repository;
  }

  public static PersonsRepository withOneCommit(Path folder) throws Exception {
    PersonsRepository repository = at(folder);
    repository.write("README.md", "# Sample\n");
    repository.write("src/app.py", "def add(a, b):\n    return a - b\n");
    repository.commit("First");
    return repository;
  }

  public Path folder() {
    return folder;
  }

  public PersonsRepository write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  public String commit(String message) throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return git("rev-parse", "HEAD");
  }

  public String git(String... arguments) throws Exception {
    return run(folder, arguments);
  }

  public static String run(Path folder, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("git", "-c", "gc.auto=0"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
    Process process = builder.redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replaceAll("(?m)^warning: .*\n", "")
            .strip();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).describedAs("%s: %s", words, output).isZero();
    return output;
  }

  /** Hooks of every kind that leave a mark when they run, and filters that do. */
  public Path plantTraps() throws IOException {
    Path mark = folder.resolveSibling(folder.getFileName() + "-trap-was-sprung");
    for (String hook :
        List.of(
            "pre-commit",
            "post-commit",
            "post-checkout",
            "post-merge",
            "reference-transaction",
            "post-update",
            "update",
            "pre-receive",
            "post-receive",
            "post-index-change",
            "fsmonitor")) {
      Path file = folder.resolve(".git/hooks").resolve(hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\ntouch '" + mark + "'\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    String config = Files.readString(folder.resolve(".git/config"));
    Files.writeString(
        folder.resolve(".git/config"),
        config
            + """
            [core]
            	fsmonitor = %1$s/.git/hooks/fsmonitor
            	sshCommand = touch %2$s
            [filter "trap"]
            	clean = touch %2$s; cat
            	smudge = touch %2$s; cat
            	required = true
            [diff "trap"]
            	textconv = touch %2$s; cat
            	command = touch %2$s
            [merge "trap"]
            	driver = touch %2$s
            """
                .formatted(folder, mark));
    Files.writeString(
        folder.resolve(".git/info/attributes"), "* filter=trap diff=trap merge=trap\n");
    return mark;
  }
}
