package dev.taskmaster.localstack.cli;

import dev.taskmaster.localstack.launcher.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which data folder a command means: the one it was given, else {@code TASKMASTER_DATA}, else that
 * of the stack last started elsewhere if it still runs, else {@code ~/.taskmaster}.
 */
final class DataFolder {
  private final Path usual;
  private final Path pointer;

  DataFolder(Path home) {
    this.usual = home.resolve(".taskmaster");
    this.pointer = usual.resolve("current-stack");
  }

  static DataFolder ofThisPerson() {
    return new DataFolder(Path.of(System.getProperty("user.home")));
  }

  Path choose(@Nullable Path given, @Nullable String variable) {
    if (given != null) {
      return given;
    }
    if (variable != null && !variable.isBlank()) {
      return Path.of(variable).toAbsolutePath().normalize();
    }
    return pointed().filter(folder -> LocalStack.find(folder).isPresent()).orElse(usual);
  }

  /** Lets later commands find the stack in {@code dataDir} without being told. */
  void remember(Path dataDir) {
    try {
      Files.createDirectories(usual);
      Files.writeString(pointer, dataDir.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write %s: say --data %s with every command".formatted(pointer, dataDir), e);
    }
  }

  /** Takes back what {@link #remember} did for {@code dataDir}. */
  void forget(Path dataDir) {
    try {
      if (pointed().filter(dataDir::equals).isPresent()) {
        Files.deleteIfExists(pointer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + pointer, e);
    }
  }

  private Optional<Path> pointed() {
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(Files.readString(pointer).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pointer + ": delete it", e);
    }
  }
}
