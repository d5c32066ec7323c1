package dev.taskmaster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A person's own git repository, made with the git command as a person would. */
final class PersonsRepository {
  private final Path folder;

  private PersonsRepository(Path folder) {
    this.folder = folder;
  }

  /** A repository with one commit that holds {@code files}: path, content, path, content … */
  static PersonsRepository with(Path folder, String... files) {
    try {
      Files.createDirectories(folder);
      for (int i = 0; i + 1 < files.length; i += 2) {
        var file = folder.resolve(files[i]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, files[i + 1]);
      }
      return committed(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A repository with one commit of a copy of {@code files}. */
  static PersonsRepository copied(Path files, Path folder) {
    try (var all = Files.walk(files)) {
      for (var file : all.toList()) {
        var place = folder.resolve(files.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.copy(file, place);
        }
      }
      return committed(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A repository with one commit of what lies in {@code folder}. */
  static PersonsRepository committed(Path folder) {
    var repository = new PersonsRepository(folder);
    repository.git("init", "-q", "-b", "main");
    repository.git("add", "-A");
    repository.git("commit", "-q", "-m", "First state");
    return repository;
  }

  Path folder() {
    return folder;
  }

  /** What git printed; a failure of git fails the test. */
  String git(String... arguments) {
    try {
      var command =
          new ArrayList<>(
              List.of("git", "-c", "user.name=Person", "-c", "user.email=person@example.org"));
      command.addAll(List.of(arguments));
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
      return said.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
