package dev.taskmaster.composition.resolve;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.text.ReadOptions;
import dev.taskmaster.composition.text.UsdaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Layers in files. Only files below the allowed roots exist, symbolic links followed; everything
 * else is as if it were not there. Identifiers are absolute paths with slashes.
 */
public final class FileLayers implements LayerResolver {

  private final List<Path> roots;
  private final List<Path> searchDirectories;
  private final ReadOptions options;

  /** Allows the files below one root. */
  public FileLayers(Path root) {
    this(List.of(root), List.of(), ReadOptions.STRICT);
  }

  /**
   * @param roots directories below which files may be read
   * @param searchDirectories where a path without {@code ./} is looked for when nothing lies beside
   *     its layer
   */
  public FileLayers(List<Path> roots, List<Path> searchDirectories, ReadOptions options) {
    this.roots = roots.stream().map(FileLayers::real).toList();
    this.searchDirectories =
        searchDirectories.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    this.options = options;
  }

  /** The identifier of a file, for opening a stage. */
  public String identifierOf(Path file) {
    return slashed(file.toAbsolutePath().normalize());
  }

  @Override
  public String identify(String assetPath, String anchorIdentifier) {
    String beside = AssetPaths.beside(anchorIdentifier, assetPath);
    if (AssetPaths.isAnchored(assetPath) || exists(beside)) {
      return beside;
    }
    for (Path directory : searchDirectories) {
      String found = AssetPaths.beside(slashed(directory) + "/", assetPath);
      if (exists(found)) {
        return found;
      }
    }
    return beside;
  }

  @Override
  public Optional<Layer> open(String identifier) {
    if (!exists(identifier)) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(identifier);
      if (Files.size(file) > 4L * options.limits().textLength()) {
        throw new IOException("more than " + 4L * options.limits().textLength() + " bytes");
      }
      return Optional.of(
          UsdaReader.read(identifier, Files.readString(file, StandardCharsets.UTF_8), options));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the layer " + identifier + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private boolean exists(String identifier) {
    try {
      Path file = Path.of(identifier);
      if (!Files.isRegularFile(file)) {
        return false;
      }
      Path target = file.toRealPath();
      return roots.stream().anyMatch(target::startsWith);
    } catch (IOException | InvalidPathException absent) {
      return false;
    }
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException missing) {
      throw new UncheckedIOException("the root " + root + " for layers cannot be read", missing);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
