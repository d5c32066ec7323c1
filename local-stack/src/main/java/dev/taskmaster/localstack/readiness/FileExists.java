package dev.taskmaster.localstack.readiness;

import java.nio.file.Files;
import java.nio.file.Path;

/** Ready when the process has written the file that says so. */
public record FileExists(Path file) implements Readiness {
  @Override
  public boolean isReady() {
    return Files.exists(file);
  }
}
