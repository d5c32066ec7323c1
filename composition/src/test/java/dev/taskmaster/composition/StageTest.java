package dev.taskmaster.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.resolve.MemoryLayers;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaWriter;
import org.junit.jupiter.api.Test;

class StageTest {

  private final Layer company =
      Layer.builder("company.usda")
          .classPrim(
              "/_class_Build",
              "",
              node -> node.set("tone", "plain").set("effort", 3).customData("owner", "nobody"))
          .build();

  private final Layer task =
      Layer.builder("task.usda")
          .subLayers("./plan.usda", "./company.usda")
          .over(
              "/Build",
              node -> node.set("notes:r1", "use the wrapper").appendTargets("dependsOn", "/Test"))
          .build();

  private final Layer plan =
      Layer.builder("plan.usda")
          .def("/Fetch", "Task", node -> {})
          .def("/Test", "Task", node -> {})
          .def(
              "/Build",
              "Task",
              node ->
                  node.inherit("/_class_Build")
                      .set("tone", "kind")
                      .prependTargets("dependsOn", "/Fetch")
                      .customData("id", "b"))
          .build();

  private final Stage stage = Stage.open("task.usda", MemoryLayers.of(company, plan, task));

  @Test
  void theStrongestLayerWinsAndTheOthersAreStillHeard() {
    Prim build = stage.prim("/Build").orElseThrow();
    assertThat(build.value("tone").map(Value::asString)).contains("kind");
    assertThat(build.value("effort").map(Value::asInt)).contains(3);
    assertThat(build.opinions("tone"))
        .extracting(Opinion::layer)
        .containsExactly("plan.usda", "company.usda");
    assertThat(build.opinions("tone"))
        .extracting(opinion -> opinion.path().toString())
        .containsExactly("/Build.tone", "/_class_Build.tone");
  }

  @Test
  void listEditsOfAllLayersMakeTheTargets() {
    assertThat(stage.prim("/Build").orElseThrow().targets("dependsOn"))
        .containsExactly(Path.parse("/Fetch"), Path.parse("/Test"));
  }

  @Test
  void traversalLeavesClassesOut() {
    assertThat(stage.traverse()).extracting(Prim::name).containsExactly("Fetch", "Test", "Build");
    assertThat(stage.errors()).isEmpty();
  }

  @Test
  void dictionariesAreMergedKeyByKey() {
    assertThat(stage.prim("/Build").orElseThrow().metadata("customData").orElseThrow().asMap())
        .containsOnlyKeys("id", "owner");
  }

  @Test
  void writingAndReadingGivesTheSameLayer() {
    for (Layer layer : new Layer[] {company, plan, task}) {
      String text = UsdaWriter.write(layer);
      Layer again = UsdaReader.read(layer.identifier(), text);
      assertThat(UsdaWriter.write(again)).isEqualTo(text);
      assertThat(again.saysTheSameAs(layer)).as(text).isTrue();
    }
  }
}
