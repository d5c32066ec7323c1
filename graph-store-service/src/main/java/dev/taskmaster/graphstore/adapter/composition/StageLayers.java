package dev.taskmaster.graphstore.adapter.composition;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.resolve.LayerResolver;
import dev.taskmaster.composition.text.UsdaReader;
import dev.taskmaster.graphstore.ledger.Texts;
import dev.taskmaster.graphstore.taskgraph.Definitions;
import java.util.Map;
import java.util.Optional;

/**
 * The layers a task's stage can reach: its own, by name, and definitions of earlier tasks, by hash.
 * There is no way from here to a file or another task.
 *
 * @param own changed as definitions are read; lives as long as one composition
 */
record StageLayers(Map<String, Layer> own, Texts texts) implements LayerResolver {

  @Override
  public String identify(String assetPath, String anchorIdentifier) {
    return Definitions.idOf(assetPath).map(Definitions::assetOf).orElse(assetPath);
  }

  @Override
  public Optional<Layer> open(String identifier) {
    var layer = own.get(identifier);
    if (layer != null) {
      return Optional.of(layer);
    }
    var definition =
        Definitions.idOf(identifier)
            .flatMap(texts::text)
            .map(text -> UsdaReader.read(identifier, text));
    definition.ifPresent(read -> own.put(identifier, read));
    return definition;
  }
}
