package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a clear error: the input, the problem, the way out, and no stack trace. */
class BadInputIT {
  @TempDir Path temp;

  @Test
  void anUnknownPathIsNamed() {
    refused(run(temp.resolve("nowhere")), "nowhere", "exist");
  }

  @Test
  void aFolderThatIsNoRepositoryIsNamed() throws IOException {
    var folder = Files.createDirectories(temp.resolve("plain"));
    refused(run(folder), "plain", "git");
  }

  @Test
  void anEmptyRepositoryHasNothingToStartFrom() {
    git(temp, "init", "-q", "empty");
    refused(run(temp.resolve("empty")), "empty", "commit");
  }

  @Test
  void aBareRepositoryHasNoFilesToWorkOn() {
    git(temp, "init", "-q", "--bare", "bare.git");
    refused(run(temp.resolve("bare.git")), "bare");
  }

  @Test
  void aRepositoryWithoutATestCommandSaysHowToGiveOne() {
    var repository = PersonsRepository.with(temp.resolve("untested"), "notes.txt", "words\n");
    refused(run(repository.folder()), "--test");
  }

  @Test
  void aWrongKeyInTheProjectsSettingsIsNamedWithItsLine() {
    var repository =
        PersonsRepository.with(
            temp.resolve("settings"), "taskmaster.yaml", "project: shop\ncomands: {test: make}\n");
    refused(run(repository.folder()), "taskmaster.yaml", "comands", "2");
  }

  @Test
  void aWrongTierInTheModelsFileIsNamedWithItsLine() throws IOException {
    var models = temp.resolve("models.yaml");
    Files.writeString(
        models,
        """
        currency: USD
        models:
          - {name: small, provider: openai, base-url: "http://127.0.0.1:9/v1", model: m, tier: tiny}
        """);
    var repository = PersonsRepository.with(temp.resolve("repo"), "a.txt", "a\n");
    var said =
        new Taskmaster(Stack.get().taskmaster.data())
            .with("TASKMASTER_MODELS", models.toString())
            .run("run", "--repo", repository.folder().toString(), "--test", "true", "Fix it");
    refused(said, "models.yaml", "tiny", "3");
  }

  @Test
  void anUnknownTierNamesThoseThatExist() {
    var repository = PersonsRepository.with(temp.resolve("repo"), "a.txt", "a\n");
    refused(
        Stack.get()
            .taskmaster
            .run(
                "run",
                "--repo",
                repository.folder().toString(),
                "--test",
                "true",
                "--tier",
                "gigantic",
                "Fix it"),
        "gigantic",
        "economy");
  }

  @Test
  void withoutAStackTheCommandSaysHowToStartOne() {
    var said = new Taskmaster(temp.resolve("no-stack")).run("task", "list");
    assertThat(said.exit()).as("%s", said).isEqualTo(3);
    assertThat(said.err()).contains("taskmaster up").doesNotContain("\tat ");
  }

  @Test
  void anUnknownTaskIsNamed() {
    var said = Stack.get().taskmaster.run("task", "show", "t-01JD0000000000000000000000");
    refused(said, "t-01JD0000000000000000000000");
  }

  private static Taskmaster.Said run(Path repository) {
    return Stack.get().taskmaster.run("run", "--repo", repository.toString(), "Fix it");
  }

  private static void refused(Taskmaster.Said said, String... named) {
    assertThat(said.exit()).as("%s", said).isEqualTo(2);
    assertThat(said.out()).as("results of %s", said).isEmpty();
    assertThat(said.err()).contains(named).doesNotContain("\tat ", "Exception");
  }

  private static void git(Path folder, String... arguments) {
    var command = new java.util.ArrayList<>(java.util.List.of("git"));
    command.addAll(java.util.List.of(arguments));
    try {
      assertThat(new ProcessBuilder(command).directory(folder.toFile()).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
