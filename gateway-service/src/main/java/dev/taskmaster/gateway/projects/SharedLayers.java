package dev.taskmaster.gateway.projects;

import dev.taskmaster.events.BlobRef;
import java.nio.file.Path;
import java.util.Optional;

/** Layers that several projects share, kept as files on the machine of the person. */
@FunctionalInterface
public interface SharedLayers {
  /** Keeps the text of {@code file} as a blob; empty where it cannot be read as a layer. */
  Optional<BlobRef> keep(Path file);
}
