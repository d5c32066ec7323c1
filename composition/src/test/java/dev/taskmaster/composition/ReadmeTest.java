package dev.taskmaster.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.composition.index.Update;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.resolve.MemoryLayers;
import org.junit.jupiter.api.Test;

/** The examples of the README, in its order. */
class ReadmeTest {

  @Test
  void theExamplesDoWhatTheReadmeSays() {
    MemoryLayers layers = new MemoryLayers();
    layers.put(
        "company.usda",
        """
        #usda 1.0
        class "_class_WriteTest"
        {
            custom string tone = "plain"
            custom token model:tier = "small"
        }
        """);
    layers.put(
        Layer.builder("plan.usda")
            .def("/Fetch", "Task", task -> {})
            .def(
                "/Test",
                "Task",
                task ->
                    task.inherit("/_class_WriteTest")
                        .set("token", "model:tier", Value.of("medium"))
                        .prependTargets("dependsOn", "/Fetch"))
            .build());
    layers.put(
        Layer.builder("round1.usda")
            .over("/Test", task -> task.set("notes:r1", "cover the empty list"))
            .build());
    layers.put(
        Layer.builder("task.usda")
            .subLayers("./round1.usda", "./plan.usda", "./company.usda")
            .build());

    Stage stage = Stage.open("task.usda", layers);
    Prim test = stage.prim("/Test").orElseThrow();
    assertThat(test.value("model:tier").map(Value::asString)).contains("medium");
    assertThat(test.value("notes:r1").map(Value::asString)).contains("cover the empty list");
    assertThat(test.targets("dependsOn")).containsExactly(Path.parse("/Fetch"));
    assertThat(stage.traverse()).extracting(Prim::name).containsExactly("Fetch", "Test");
    assertThat(test.opinions("model:tier"))
        .extracting(Opinion::layer)
        .containsExactly("plan.usda", "company.usda");

    layers.put(
        layers
            .open("round1.usda")
            .orElseThrow()
            .edit()
            .prim("/Test")
            .set("notes:r2", "and the null")
            .layer()
            .build());
    Update update = stage.reload("round1.usda");
    assertThat(update.content()).containsExactly(Path.parse("/Test"));
    assertThat(update.structure()).isEmpty();
    assertThat(stage.prim("/Test").orElseThrow().value("notes:r2")).isPresent();
    assertThat(stage.flatten("flat.usda").prim("/Test")).isNotNull();
  }
}
