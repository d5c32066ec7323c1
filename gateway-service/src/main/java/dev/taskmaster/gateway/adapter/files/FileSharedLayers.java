package dev.taskmaster.gateway.adapter.files;

import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.gateway.projects.SharedLayers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Shared layers read from files and kept as blobs. */
public final class FileSharedLayers implements SharedLayers {
  private static final long LARGEST = 1 << 20;

  private final Blobs blobs;

  public FileSharedLayers(Blobs blobs) {
    this.blobs = blobs;
  }

  @Override
  public Optional<BlobRef> keep(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      var content = Files.readAllBytes(file);
      if (!new String(content, StandardCharsets.UTF_8).stripLeading().startsWith("#usda 1.0")) {
        return Optional.empty();
      }
      return Optional.of(new BlobRef(blobs.put(content).value(), content.length));
    } catch (IOException e) {
      // The caller names the file and what it should be.
      return Optional.empty();
    }
  }
}
