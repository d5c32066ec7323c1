package dev.taskmaster.composition.random;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.Reference;
import dev.taskmaster.composition.resolve.MemoryLayers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * A seeded source of stages with every kind of arc: two local sublayers, two libraries, and random
 * statements in each.
 */
final class RandomStage {

  static final String ROOT = "root.usda";

  private static final List<String> LAYERS =
      List.of(ROOT, "plan.usda", "team.usda", "lib.usda", "kit.usda");
  private static final List<String> ROOT_PRIMS = List.of("A", "B", "_K");
  private static final List<String> NAMES = List.of("X", "Y");
  private static final ListOp.Edit[] EDITS = {
    ListOp.Edit.PREPEND,
    ListOp.Edit.PREPEND,
    ListOp.Edit.APPEND,
    ListOp.Edit.DELETE,
    ListOp.Edit.EXPLICIT
  };

  private final SplittableRandom random;
  private final boolean optional;

  RandomStage(long seed, boolean optional) {
    this.random = new SplittableRandom(seed);
    this.optional = optional;
  }

  List<Edit> edits(int most) {
    List<Edit> edits = new ArrayList<>();
    int count = 4 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      edits.add(next());
    }
    return edits;
  }

  /** One more statement. */
  Edit next() {
    String layer = pick(LAYERS);
    String path =
        random.nextInt(4) == 0 ? primPath() + "{v=" + pick(List.of("a", "b")) + "}" : primPath();
    if (path.endsWith("}") && random.nextInt(2) == 0) {
      path += pick(NAMES);
    }
    String target = primPath();
    return switch (random.nextInt(optional ? 16 : 14)) {
      case 0, 1 ->
          prim(
              layer,
              path,
              "def",
              (prim, edit) -> prim.specifier(dev.taskmaster.composition.layer.Specifier.DEF));
      case 2, 3 -> external(layer, path, target);
      case 4 ->
          prim(
              layer,
              path,
              "reference <" + target + ">",
              (prim, edit) ->
                  prim.references(edit, List.of(Reference.internal(Path.parse(target)))));
      case 5 -> payload(layer, path, target);
      case 6, 7 ->
          prim(
              layer,
              path,
              "inherits <" + target + ">",
              (prim, edit) -> prim.inherits(edit, List.of(Path.parse(target))));
      case 8 ->
          prim(
              layer,
              path,
              "specializes <" + target + ">",
              (prim, edit) -> prim.specializes(edit, List.of(Path.parse(target))));
      case 9 ->
          prim(layer, path, "variantSets", (prim, edit) -> prim.variantSets(edit, List.of("v")));
      case 10 -> {
        String choice = pick(List.of("a", "b", ""));
        yield prim(layer, path, "select " + choice, (prim, edit) -> prim.select("v", choice));
      }
      case 11, 12 -> attribute(layer, path);
      case 13 -> targets(layer, path, target);
      case 14 -> relocate(layer, path, target);
      default -> prim(layer, path, "instanceable", (prim, edit) -> prim.instanceable(true));
    };
  }

  private Edit external(String layer, String path, String target) {
    String asset = pick(List.of("./lib.usda", "./kit.usda"));
    return prim(
        layer,
        path,
        "reference @" + asset + "@<" + target + ">",
        (prim, edit) -> prim.references(edit, List.of(Reference.to(asset, Path.parse(target)))));
  }

  private Edit payload(String layer, String path, String target) {
    String asset = pick(List.of("./lib.usda", "./kit.usda"));
    return prim(
        layer,
        path,
        "payload @" + asset + "@<" + target + ">",
        (prim, edit) -> prim.payloads(edit, List.of(Reference.to(asset, Path.parse(target)))));
  }

  private Edit attribute(String layer, String path) {
    String name = pick(List.of("p", "q"));
    int value = random.nextInt(100);
    return prim(layer, path, name + " = " + value, (prim, edit) -> prim.set(name, value));
  }

  private Edit targets(String layer, String path, String target) {
    return prim(layer, path, "rel r " + target, (prim, edit) -> prim.targets("r", edit, target));
  }

  private Edit relocate(String layer, String path, String target) {
    String source = Path.parse(path).stripVariants().toString();
    String place = target + pick(List.of("", "/R"));
    return new Edit(
        layer,
        "relocate <" + source + "> to <" + place + ">",
        builder -> builder.relocate(Path.parse(source), Path.parse(place)));
  }

  private Edit prim(
      String layer, String path, String words, BiConsumer<PrimEditor, ListOp.Edit> change) {
    ListOp.Edit edit = EDITS[random.nextInt(EDITS.length)];
    return new Edit(
        layer, path + " " + edit + " " + words, builder -> change.accept(builder.prim(path), edit));
  }

  private String primPath() {
    StringBuilder path = new StringBuilder("/").append(pick(ROOT_PRIMS));
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path.append('/').append(pick(NAMES));
    }
    return path.toString();
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** The layers that some statements make. The two sublayers of the root are always there. */
  static Map<String, Layer> layers(List<Edit> edits) {
    Map<String, LayerBuilder> builders = new LinkedHashMap<>();
    for (String name : LAYERS) {
      builders.put(name, Layer.builder(name));
    }
    builder(builders, ROOT).subLayers("./plan.usda", "./team.usda");
    Set<String> relocated = new HashSet<>();
    for (Edit edit : edits) {
      if (!edit.words().startsWith("relocate")
          || relocated.add(edit.layer() + edit.words().split(" to ", 2)[0])) {
        edit.change().accept(builder(builders, edit.layer()));
      }
    }
    Map<String, Layer> layers = new LinkedHashMap<>();
    builders.forEach((name, builder) -> layers.put(name, builder.build()));
    return layers;
  }

  private static LayerBuilder builder(Map<String, LayerBuilder> builders, String name) {
    LayerBuilder builder = builders.get(name);
    if (builder == null) {
      throw new IllegalArgumentException(name);
    }
    return builder;
  }

  static MemoryLayers memory(List<Edit> edits) {
    MemoryLayers memory = new MemoryLayers();
    layers(edits).values().forEach(memory::put);
    return memory;
  }
}
