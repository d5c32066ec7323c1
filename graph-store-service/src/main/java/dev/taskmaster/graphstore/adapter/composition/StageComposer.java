package dev.taskmaster.graphstore.adapter.composition;

import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.composition.LayerNotFoundException;
import dev.taskmaster.composition.Prim;
import dev.taskmaster.composition.Stage;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.layer.Value;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.composition.text.UsdaSyntaxException;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.graphstore.taskgraph.AuthoredLayer;
import dev.taskmaster.graphstore.taskgraph.ComposedGraph;
import dev.taskmaster.graphstore.taskgraph.Composer;
import dev.taskmaster.graphstore.taskgraph.UnreadableLayerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Composes with the composition library; definitions of earlier tasks come from {@code texts}. */
public final class StageComposer implements Composer {
  private static final String ROOT = "stage";

  private final Texts texts;

  public StageComposer(Texts texts) {
    this.texts = texts;
  }

  @Override
  public ComposedGraph compose(List<LayerText> stack) {
    var parsed = new LinkedHashMap<String, Layer>();
    stack.forEach(layer -> parsed.put(layer.name(), parse(layer)));
    var root = Layer.builder(ROOT).subLayers(parsed.keySet().toArray(String[]::new)).build();
    parsed.put(ROOT, root);
    try {
      var layers = new StageLayers(parsed, texts);
      return read(Stage.open(ROOT, layers), layers);
    } catch (LayerNotFoundException e) {
      throw new IllegalStateException("the stage's own layer is missing", e);
    }
  }

  private static ComposedGraph read(Stage stage, StageLayers layers) {
    var task = stage.prim("/Task");
    if (task.isEmpty()) {
      return new ComposedGraph(Map.of(), List.of(), List.of("there is no /Task"));
    }
    var prims = new ArrayList<ComposedGraph.Prim>();
    collect(task.get(), layers, prims);
    var errors = stage.errors().stream().map(error -> error.toString()).distinct().toList();
    return new ComposedGraph(opinions(task.get()), prims, errors);
  }

  private static void collect(Prim parent, StageLayers layers, List<ComposedGraph.Prim> prims) {
    for (var prim : parent.children()) {
      if (prim.isActive()) {
        prims.add(
            new ComposedGraph.Prim(
                prim.path().toString(),
                isDefined(prim, layers),
                opinions(prim),
                targets(prim, "dependsOn"),
                targets(prim, "context")));
        collect(prim, layers, prims);
      }
    }
  }

  /**
   * Whether any layer defines the prim. The composed specifier does not tell: below a reference a
   * class that the prim inherits is stronger than its definition.
   */
  private static boolean isDefined(Prim prim, StageLayers layers) {
    return prim.specifier() == Specifier.DEF
        || prim.primStack().stream()
            .anyMatch(
                site ->
                    layers
                        .open(site.layer())
                        .map(layer -> layer.prim(site.path()))
                        .filter(spec -> spec.specifier() == Specifier.DEF)
                        .isPresent());
  }

  private static List<String> targets(Prim prim, String relationship) {
    return prim.targets(relationship).stream().map(Path::toString).toList();
  }

  private static Map<String, Opinion> opinions(Prim prim) {
    var opinions = new LinkedHashMap<String, Opinion>();
    for (var name : prim.attributeNames()) {
      prim.opinions(name).stream()
          .findFirst()
          .flatMap(
              said ->
                  Optional.ofNullable(plain(said.value()))
                      .map(value -> new Opinion(value, said.layer(), said.path().toString())))
          .ifPresent(opinion -> opinions.put(name, opinion));
    }
    return opinions;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Block block -> null;
      case Value.Bool(var flag) -> flag;
      case Value.Int(var number) -> number;
      case Value.Real(var number) -> number;
      case Value.Text(var text) -> text;
      case Value.Asset(var path) -> path;
      case Value.Array(var items) ->
          items.stream().map(item -> String.valueOf(plain(item))).toList();
      case Value.Word(var word) -> word;
      default -> value.toString();
    };
  }

  @Override
  public AuthoredLayer read(LayerText text) {
    return Authored.of(parse(text));
  }

  @Override
  public String definition(List<LayerText> plans, List<String> without) {
    return DefinitionLayer.of(plans.stream().map(StageComposer::parse).toList(), without);
  }

  private static Layer parse(LayerText layer) {
    try {
      return UsdaReader.read(layer.name(), layer.text());
    } catch (UsdaSyntaxException e) {
      throw new UnreadableLayerException(layer.name(), String.valueOf(e.getMessage()));
    }
  }
}
