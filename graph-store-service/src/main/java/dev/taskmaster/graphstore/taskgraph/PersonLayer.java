package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaWriter;
import java.util.Optional;
import java.util.Set;

/** What people say while the task goes on. */
public final class PersonLayer {
  public static final String NAME = "person";

  private PersonLayer() {}

  /**
   * The layer's text with one more note on {@code /Task}.
   *
   * @param taken names of what is said on {@code /Task} already, by any layer: a new note hides
   *     none
   */
  public static String with(Optional<String> known, Set<String> taken, int round, String note) {
    var layer =
        known.map(text -> UsdaReader.read(NAME, text).edit()).orElseGet(() -> Layer.builder(NAME));
    layer.over("/Task").set(freeName(taken, round), note);
    return UsdaWriter.write(layer.build());
  }

  private static String freeName(Set<String> taken, int round) {
    var name = "notes:r" + round;
    for (int number = 2; taken.contains(name); number++) {
      name = "notes:r" + round + "_" + number;
    }
    return name;
  }
}
