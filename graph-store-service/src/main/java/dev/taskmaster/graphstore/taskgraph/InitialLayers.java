package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.text.UsdaWriter;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.graphstore.library.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The layers a task starts with: what was asked for, the project's, what is shared, the library.
 */
public final class InitialLayers {
  private InitialLayers() {}

  /**
   * A layer by its text, or by reference where it is stored already.
   *
   * @param stored null where {@code text} counts
   */
  public record Initial(
      String name, LayerRole role, String author, String text, @Nullable BlobRef stored) {

    /** The layer by reference; {@code keep} stores a new text. */
    public LayerRef ref(Function<String, BlobRef> keep) {
      return new LayerRef(name, role, author, stored == null ? keep.apply(text) : stored);
    }
  }

  /** Strongest first. */
  public static List<Initial> of(TaskSubmitted submitted, Library library) {
    var as = submitted.options().as();
    var template = as == null ? Library.DEFAULT_TASK : as;
    var layers = new ArrayList<Initial>();
    layers.add(text("task", LayerRole.TASK, "person", task(submitted)));
    layers.add(text("project", LayerRole.PROJECT, "project", project(submitted.project())));
    int number = 0;
    for (var shared : submitted.project().layers()) {
      var name = "shared-" + ++number + "-" + shared.name();
      layers.add(new Initial(name, LayerRole.SHARED, shared.name(), "", shared.text()));
    }
    layers.add(
        text(
            template,
            LayerRole.TEMPLATE,
            "library",
            library.task(template).orElseThrow(() -> new IllegalArgumentException(template))));
    layers.add(text("library", LayerRole.LIBRARY, "library", library.classes()));
    return layers;
  }

  private static Initial text(String name, LayerRole role, String author, String text) {
    return new Initial(name, role, author, text, null);
  }

  private static String task(TaskSubmitted submitted) {
    var layer = Layer.builder("task");
    var task = layer.over("/Task").set("description", submitted.description());
    var options = submitted.options();
    if (options.as() != null) {
      task.set("as", options.as());
    }
    tiers(layer, options);
    var review = classOf(NodeKind.REVIEW);
    set(layer, review, "build", options.build());
    set(layer, review, "test", options.test());
    return UsdaWriter.write(layer.build());
  }

  /** The wanted tier is an opinion on every kind that calls a model. */
  private static void tiers(LayerBuilder layer, TaskOptions options) {
    var tier = options.tier();
    if (tier != null && !tier.isBlank()) {
      for (var kind : List.of(NodeKind.LLM, NodeKind.LLM_CHANGE)) {
        layer.classPrim(classOf(kind)).set("token", "tier", Value.of(tier));
      }
    }
  }

  private static String project(ProjectSnapshot project) {
    var layer = Layer.builder("project");
    var review = classOf(NodeKind.REVIEW);
    set(layer, review, "setup", project.commands().setup());
    set(layer, review, "build", project.commands().build());
    set(layer, review, "test", project.commands().test());
    return UsdaWriter.write(layer.build());
  }

  private static void set(
      LayerBuilder layer, String prim, String attribute, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      layer.classPrim(prim).set(attribute, text);
    }
  }

  /** The class that every node of this kind inherits, such as {@code /_class_LlmChange}. */
  public static String classOf(NodeKind kind) {
    var name = new StringBuilder("/_class_");
    for (var word : kind.wireName().split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }
}
