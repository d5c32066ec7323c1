package dev.taskmaster.localstack.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that come with the program for the demonstration. */
final class Bundle {
  private static final String ROOT = "/demo/";

  private Bundle() {}

  /** The text of one file. */
  static String text(String name) {
    try (var in = Bundle.class.getResourceAsStream(ROOT + name)) {
      return new String(
          Objects.requireNonNull(in, "bundled file " + name).readAllBytes(),
          java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled " + name, e);
    }
  }

  /** Copies everything below {@code name} to {@code place}. */
  static void unpack(String name, Path place) {
    try {
      var marker =
          Objects.requireNonNull(Bundle.class.getResource(ROOT + "task.txt"), "the bundle");
      var uri = marker.toURI();
      if (uri.getScheme().equals("jar")) {
        try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
          copy(jar.getPath(ROOT + name), place);
        }
      } else {
        copy(Path.of(uri).resolveSibling(name), place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot unpack the bundled %s to %s".formatted(name, place), e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the bundle has no place", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.toList()) {
        var place = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(place);
        } else {
          Files.createDirectories(Objects.requireNonNull(place.getParent()));
          Files.write(place, Files.readAllBytes(file));
        }
      }
    }
  }

  /** Removes a folder with everything in it. */
  static void wipe(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot remove what an earlier demo left in %s: remove it yourself".formatted(folder), e);
    }
  }
}
