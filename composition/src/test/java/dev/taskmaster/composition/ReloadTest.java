package dev.taskmaster.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.composition.index.Update;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.resolve.MemoryLayers;
import org.junit.jupiter.api.Test;

class ReloadTest {

  private static final int NODES = 300;

  private final MemoryLayers layers = new MemoryLayers();
  private final Stage stage;

  ReloadTest() {
    layers.put(
        Layer.builder("lib.usda").def("/Tool", "Tool", tool -> tool.set("version", 1)).build());
    LayerBuilder root =
        Layer.builder("root.usda").classPrim("/_class_Node", "", node -> node.set("effort", 1));
    for (int i = 0; i < NODES; i++) {
      root.def(
          "/N" + i, "Task", node -> node.inherit("/_class_Node").reference("./lib.usda", "/Tool"));
    }
    layers.put(root.build());
    stage = Stage.open("root.usda", layers);
    stage.traverse();
  }

  private Update edit(LayerBuilder edited) {
    Layer layer = edited.build();
    layers.put(layer);
    return stage.reload(layer.identifier());
  }

  private LayerBuilder root() {
    return layers.open("root.usda").orElseThrow().edit();
  }

  private long composedBy(Runnable work) {
    long before = stage.composedPrims();
    work.run();
    stage.traverse();
    return stage.composedPrims() - before;
  }

  @Test
  void aValueComposesNoPrimAnew() {
    long work =
        composedBy(
            () ->
                assertThat(edit(root().prim("/N7").set("notes:r1", "shorter").layer()).content())
                    .containsExactly(Path.parse("/N7")));
    assertThat(work).isZero();
    assertThat(stage.prim("/N7").orElseThrow().value("notes:r1").map(Value::asString))
        .contains("shorter");
  }

  @Test
  void aValueOfAClassReachesAllItsInstancesWithoutComposingThem() {
    long work =
        composedBy(
            () ->
                assertThat(edit(root().prim("/_class_Node").set("effort", 5).layer()).content())
                    .hasSize(NODES + 1));
    assertThat(work).isZero();
    assertThat(stage.prim("/N299").orElseThrow().value("effort").map(Value::asInt)).contains(5);
  }

  @Test
  void anArcComposesOnlyThePrimThatHasIt() {
    long work =
        composedBy(() -> edit(root().prim("/N7").reference("./lib.usda", "/Missing").layer()));
    assertThat(work).isEqualTo(1);
    assertThat(stage.prim("/N7").orElseThrow().errors())
        .extracting(CompositionError::kind)
        .containsExactly(CompositionError.Kind.UNRESOLVED_PRIM_PATH);
  }

  @Test
  void aNewPrimComposesItselfOnly() {
    assertThat(composedBy(() -> edit(root().def("/New", "Task", node -> {})))).isEqualTo(1);
    assertThat(stage.traverse()).hasSize(NODES + 1);
  }

  @Test
  void aLayerThatAppearsIsTakenIn() {
    edit(root().prim("/N1").reference("./late.usda", "/Late").layer());
    assertThat(stage.prim("/N1").orElseThrow().errors()).hasSize(1);
    layers.put(Layer.builder("late.usda").def("/Late", "", late -> late.set("came", true)).build());
    stage.reload("late.usda");
    assertThat(stage.prim("/N1").orElseThrow().errors()).isEmpty();
    assertThat(stage.prim("/N1").orElseThrow().value("came").map(Value::asBool)).contains(true);
  }

  @Test
  void aRemovedPrimIsGone() {
    edit(root().removePrim(Path.parse("/N3")));
    assertThat(stage.prim("/N3")).isEmpty();
  }
}
