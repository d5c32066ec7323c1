package dev.taskmaster.planner;

import dev.taskmaster.composition.Prim;
import dev.taskmaster.composition.Stage;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.resolve.MemoryLayers;
import dev.taskmaster.composition.text.UsdaWriter;
import java.util.ArrayList;
import java.util.List;

/** Composes layers the way a task's stage does: the first is the strongest. */
public final class Composition {
  private final Stage stage;

  private Composition(Stage stage) {
    this.stage = stage;
  }

  public static Composition of(String... strongestFirst) {
    var layers = new MemoryLayers();
    var names = new ArrayList<String>();
    for (int i = 0; i < strongestFirst.length; i++) {
      names.add("layer" + i + ".usda");
      layers.put(names.getLast(), strongestFirst[i]);
    }
    layers.put("task.usda", "#usda 1.0\ndef \"Task\"\n{\n}\n");
    names.add("task.usda");
    layers.put(
        "root.usda",
        UsdaWriter.write(
            Layer.builder("root.usda").subLayers(names.toArray(String[]::new)).build()));
    return new Composition(Stage.open("root.usda", layers));
  }

  /** Names of the nodes directly below {@code /Task}. */
  public List<String> nodes() {
    return stage.traverse().stream()
        .map(prim -> prim.path().toString())
        .filter(path -> path.startsWith("/Task/"))
        .map(path -> path.substring("/Task/".length()))
        .toList();
  }

  /** The same, with nodes that layers only speak of. */
  public List<String> allActive() {
    return stage.traverseAll().stream()
        .filter(Prim::isActive)
        .map(prim -> prim.path().toString())
        .filter(path -> path.startsWith("/Task/"))
        .map(path -> path.substring("/Task/".length()))
        .toList();
  }

  public String text(String node, String attribute) {
    return prim(node).value(attribute).map(Composition::text).orElse("");
  }

  public List<String> texts(String node, String attribute) {
    return prim(node)
        .value(attribute)
        .map(
            value ->
                value instanceof Value.Array(List<Value> items)
                    ? items.stream().map(Composition::text).toList()
                    : List.<String>of())
        .orElse(List.of());
  }

  public List<String> targets(String node, String relationship) {
    return prim(node).targets(relationship).stream()
        .map(Path::toString)
        .map(path -> path.substring("/Task/".length()))
        .toList();
  }

  private Prim prim(String node) {
    return stage.prim(node.startsWith("/") ? node : "/Task/" + node).orElseThrow();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Int(long number) -> Long.toString(number);
      default -> value.toString();
    };
  }
}
