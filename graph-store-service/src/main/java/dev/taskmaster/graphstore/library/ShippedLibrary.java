package dev.taskmaster.graphstore.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The library as it lies in this module's resources. */
public final class ShippedLibrary implements Library {
  private static final List<String> READY_MADE =
      List.of(DEFAULT_TASK, "explore-code", "fix-bug", "write-test");

  private final String classes = read("classes");
  private final Map<String, String> tasks = new TreeMap<>();

  public ShippedLibrary() {
    READY_MADE.forEach(name -> tasks.put(name, read(name)));
  }

  @Override
  public String classes() {
    return classes;
  }

  @Override
  public Optional<String> task(String name) {
    return Optional.ofNullable(tasks.get(name));
  }

  @Override
  public List<String> tasks() {
    return List.copyOf(tasks.keySet());
  }

  private static String read(String name) {
    var resource = "/library/" + name + ".usda";
    try (var in = ShippedLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
