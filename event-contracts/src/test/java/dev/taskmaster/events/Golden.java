package dev.taskmaster.events;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The golden files: what is on the wire, to the letter. */
final class Golden {
  private static final String VARIANT = "--";

  private Golden() {}

  /** The names of the event files, without their ending. */
  static List<String> events() throws IOException {
    try (var files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  /** The event type that a file is an example of. */
  static String typeOf(String name) {
    int variant = name.indexOf(VARIANT);
    return variant < 0 ? name : name.substring(0, variant);
  }

  static byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder().resolve(name + ".json"));
  }

  private static Path folder() {
    try {
      return Path.of(Objects.requireNonNull(Golden.class.getResource("/golden")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
