package dev.taskmaster.localstack.state;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * {@code stack.json} in the data folder. Written whole and moved into place, so a reader never sees
 * half of it; readable by its owner alone, because it holds the control token.
 */
public final class StackFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;
  private final Path file;

  /** The stack file of a data folder. */
  public StackFile(Path dataDir) {
    this.folder = dataDir;
    this.file = dataDir.resolve("stack.json");
  }

  /** Where it lies. */
  public Path path() {
    return file;
  }

  /** What it says; empty if there is none or it cannot be understood. */
  public Optional<StackState> read() {
    try {
      return Optional.of(MAPPER.readValue(Files.readAllBytes(file), StackState.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + file + ": if no stack runs there, delete that file", e);
    }
  }

  /** Replaces what it says. */
  public void write(StackState state) {
    try {
      Files.createDirectories(folder);
      var next = PrivateFiles.createTemporary(folder, "stack");
      Files.write(next, MAPPER.writeValueAsBytes(state));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Removes it: no stack runs here any more. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
