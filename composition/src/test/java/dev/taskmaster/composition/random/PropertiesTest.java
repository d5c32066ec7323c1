package dev.taskmaster.composition.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.composition.Limits;
import dev.taskmaster.composition.Stage;
import dev.taskmaster.composition.StageOptions;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.SubLayer;
import dev.taskmaster.composition.resolve.MemoryLayers;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What holds for every stage, tried on random ones. A failure prints its seed and the fewest
 * statements that still fail.
 */
class PropertiesTest {

  private static final int SEEDS = 150;
  private static final int STATEMENTS = 30;
  private static final StageOptions OPTIONS =
      StageOptions.DEFAULT.limits(new Limits(1 << 20, 64, 150, 16));

  private static Stage open(MemoryLayers layers) {
    return Stage.open(RandomStage.ROOT, layers, OPTIONS);
  }

  private static MemoryLayers memory(Map<String, Layer> layers) {
    MemoryLayers memory = new MemoryLayers();
    layers.values().forEach(memory::put);
    return memory;
  }

  /** Says what is wrong with a stage of these statements; empty if nothing is. */
  private interface Property extends Function<List<Edit>, String> {}

  private static void holds(long firstSeed, int seeds, boolean optional, Property property) {
    for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
      List<Edit> edits = new RandomStage(seed, optional).edits(STATEMENTS);
      if (!property.apply(edits).isEmpty()) {
        List<Edit> least = Shrink.shrink(edits, fewer -> !property.apply(fewer).isEmpty());
        assertThat(property.apply(least)).as("seed " + seed + " with " + least).isEmpty();
      }
    }
  }

  private static String difference(List<String> one, List<String> other) {
    if (one.equals(other)) {
      return "";
    }
    List<String> onlyOne = new ArrayList<>(one);
    onlyOne.removeAll(other);
    List<String> onlyOther = new ArrayList<>(other);
    onlyOther.removeAll(one);
    return "\n- " + String.join("\n- ", onlyOne) + "\n+ " + String.join("\n+ ", onlyOther);
  }

  @Test
  void composingTwiceGivesTheSame() {
    holds(
        1,
        SEEDS,
        true,
        edits ->
            difference(
                Picture.full(open(RandomStage.memory(edits))),
                Picture.full(open(RandomStage.memory(edits)))));
  }

  @Test
  void anEmptySublayerChangesNothing() {
    holds(
        1001,
        SEEDS,
        true,
        edits -> {
          Map<String, Layer> layers = RandomStage.layers(edits);
          List<String> before = Picture.values(open(memory(layers)));
          layers.put("empty.usda", Layer.builder("empty.usda").build());
          for (String name : List.of(RandomStage.ROOT, "lib.usda")) {
            List<SubLayer> subLayers = new ArrayList<>(layers.get(name).subLayers());
            subLayers.addFirst(SubLayer.of("./empty.usda"));
            layers.put(name, layers.get(name).edit().subLayers(subLayers).build());
          }
          return difference(before, Picture.values(open(memory(layers))));
        });
  }

  @Test
  void splittingALayerInTwoKeepsValues() {
    holds(
        2001,
        SEEDS,
        false,
        edits -> {
          Map<String, Layer> layers = RandomStage.layers(edits);
          List<String> before = Picture.values(open(memory(layers)));
          for (String name : List.of("plan.usda", "lib.usda")) {
            Layer whole = layers.get(name);
            layers.put(name, without(whole.edit(), "/A").subLayer("./half-" + name).build());
            layers.put(
                "half-" + name, without(whole.as("half-" + name).edit(), "/B", "/_K").build());
          }
          return difference(before, Picture.values(open(memory(layers))));
        });
  }

  private static LayerBuilder without(LayerBuilder layer, String... paths) {
    for (String path : paths) {
      layer.removePrim(Path.parse(path));
    }
    return layer;
  }

  @Test
  void theOrderOfIndependentTasksDoesNotMatter() {
    holds(
        3001,
        SEEDS,
        true,
        edits -> {
          List<Edit> forward = new ArrayList<>(roots("/A", "/B", "/_K"));
          List<Edit> backward = new ArrayList<>(roots("/_K", "/B", "/A"));
          forward.addAll(edits);
          backward.addAll(edits);
          return difference(
              Picture.values(open(RandomStage.memory(forward))),
              Picture.values(open(RandomStage.memory(backward))));
        });
  }

  private static List<Edit> roots(String... paths) {
    List<Edit> edits = new ArrayList<>();
    for (String path : paths) {
      edits.add(new Edit(RandomStage.ROOT, path, layer -> layer.prim(path)));
    }
    return edits;
  }

  @Test
  void flatteningKeepsValues() {
    holds(
        4001,
        SEEDS,
        true,
        edits -> {
          Stage stage = open(RandomStage.memory(edits));
          if (Picture.values(stage).size() > 300) {
            return "";
          }
          Layer flat = stage.flatten("flat.usda");
          Stage again =
              Stage.open(
                  "flat.usda",
                  MemoryLayers.of(UsdaReader.read("flat.usda", UsdaWriter.write(flat))),
                  OPTIONS);
          return difference(Picture.values(stage), Picture.values(again));
        });
  }

  @Test
  void writingAndReadingEveryLayerKeepsTheStage() {
    holds(
        5001,
        SEEDS,
        true,
        edits -> {
          Map<String, Layer> layers = RandomStage.layers(edits);
          MemoryLayers read = new MemoryLayers();
          layers.forEach((name, layer) -> read.put(name, UsdaWriter.write(layer)));
          return difference(Picture.values(open(memory(layers))), Picture.values(open(read)));
        });
  }

  @Test
  void everyEditGivesWhatComposingAnewGives() {
    editsGiveWhatComposingAnewGives(6001, SEEDS);
  }

  @Test
  @Tag("thorough")
  void thousandsOfEditsGiveWhatComposingAnewGives() {
    editsGiveWhatComposingAnewGives(600_001, 3000);
  }

  private static void editsGiveWhatComposingAnewGives(long firstSeed, int seeds) {
    holds(
        firstSeed,
        seeds,
        true,
        edits -> {
          SplittableRandom random = new SplittableRandom(edits.size());
          List<Edit> now = new ArrayList<>(edits.subList(0, edits.size() / 2));
          MemoryLayers memory = RandomStage.memory(now);
          Stage stage = open(memory);
          Picture.full(stage);
          for (Edit edit : edits.subList(edits.size() / 2, edits.size())) {
            if (random.nextInt(3) == 0 && !now.isEmpty()) {
              now.remove(random.nextInt(now.size()));
            }
            now.add(edit);
            RandomStage.layers(now).values().forEach(memory::put);
            RandomStage.layers(now).keySet().forEach(stage::reload);
            String difference = difference(Picture.full(stage), Picture.full(open(memory)));
            if (!difference.isEmpty()) {
              return "after " + edit + difference;
            }
          }
          return "";
        });
  }
}
