package dev.taskmaster.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.resolve.FileLayers;
import dev.taskmaster.composition.resolve.MemoryLayers;
import dev.taskmaster.composition.text.ReadOptions;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

  @TempDir Path folder;

  @Test
  void deepNestingIsRefusedWithoutExhaustingTheStack() {
    String prims = "#usda 1.0\n" + "def \"A\" {\n".repeat(100_000);
    String values = "#usda 1.0\ndef \"A\" {\n int a = " + "[".repeat(100_000);
    String dictionaries =
        "#usda 1.0\n(\n customLayerData = {" + " dictionary a = {".repeat(100_000);
    for (String text : List.of(prims, values, dictionaries)) {
      assertThatThrownBy(() -> UsdaReader.read("deep.usda", text))
          .isInstanceOf(UsdaSyntaxException.class)
          .hasMessageContaining("levels of nesting");
    }
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    ReadOptions options = new ReadOptions(new Limits(100, 10, 10, 10), false);
    assertThatThrownBy(() -> UsdaReader.read("long.usda", "#usda 1.0\n" + " ".repeat(100), options))
        .isInstanceOf(UsdaSyntaxException.class)
        .hasMessageContaining("100 characters");
  }

  @Test
  void anExplosionOfReferencesEndsInOneErrorPerPrim() {
    LayerBuilder layer = Layer.builder("root.usda").def("/P0", "", prim -> {});
    for (int i = 1; i <= 20; i++) {
      String below = "/P" + (i - 1);
      layer.def(
          "/P" + i,
          "",
          prim -> prim.reference("./root.usda", below).reference("", below).set("seen", true));
    }
    Stage stage = Stage.open("root.usda", MemoryLayers.of(layer.build()));
    Prim top = stage.prim("/P20").orElseThrow();
    assertThat(top.errors())
        .extracting(CompositionError::kind)
        .contains(CompositionError.Kind.INDEX_CAPACITY_EXCEEDED);
    assertThat(top.errors())
        .filteredOn(error -> error.kind() == CompositionError.Kind.INDEX_CAPACITY_EXCEEDED)
        .hasSize(1);
    assertThat(top.value("seen")).isPresent();
  }

  @Test
  void aLongChainOfReferencesDoesNotExhaustTheStack() {
    LayerBuilder layer = Layer.builder("root.usda");
    for (int i = 0; i < 5000; i++) {
      String next = "/P" + (i + 1) + "/C";
      layer.def("/P" + i + "/C", "", prim -> prim.reference("", next));
    }
    Stage stage = Stage.open("root.usda", MemoryLayers.of(layer.build()));
    assertThat(stage.prim("/P0/C").orElseThrow().errors())
        .extracting(CompositionError::kind)
        .contains(CompositionError.Kind.INDEX_CAPACITY_EXCEEDED);
  }

  @Test
  void sublayersThatMultiplyAreCutOff() {
    MemoryLayers layers = new MemoryLayers();
    for (int i = 0; i < 30; i++) {
      layers.put(
          Layer.builder("l" + i + ".usda")
              .subLayers("./l" + (i + 1) + ".usda", "././l" + (i + 1) + ".usda")
              .build());
    }
    layers.put(Layer.builder("l30.usda").build());
    Stage stage = Stage.open("l0.usda", layers);
    assertThat(stage.layerStack().size()).isLessThanOrEqualTo(10_000);
    assertThat(stage.errors())
        .extracting(CompositionError::kind)
        .contains(CompositionError.Kind.INVALID_SUBLAYER_PATH);
  }

  @Test
  void filesOutsideOfTheRootsDoNotExist() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Files.writeString(folder.resolve("secret.usda"), "#usda 1.0\ndef \"S\" {\n}\n");
    Files.writeString(
        inside.resolve("root.usda"),
        "#usda 1.0\ndef \"A\" (references = @../secret.usda@</S>)\n{\n}\ndef \"B\" (references = @./link.usda@</S>)\n{\n}\n");
    Files.createSymbolicLink(inside.resolve("link.usda"), folder.resolve("secret.usda"));
    FileLayers layers = new FileLayers(inside);
    Stage stage = Stage.open(layers.identifierOf(inside.resolve("root.usda")), layers);
    stage.traverseAll();
    assertThat(stage.errors())
        .extracting(CompositionError::kind)
        .containsExactly(
            CompositionError.Kind.INVALID_ASSET_PATH, CompositionError.Kind.INVALID_ASSET_PATH);
  }
}
