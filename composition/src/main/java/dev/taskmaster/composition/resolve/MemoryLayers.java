package dev.taskmaster.composition.resolve;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.text.UsdaReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Layers that are held in memory, under identifiers such as {@code team/lib.usda}. */
public final class MemoryLayers implements LayerResolver {

  private final Map<String, Layer> layers = new ConcurrentHashMap<>();

  public static MemoryLayers of(Layer... layers) {
    MemoryLayers memory = new MemoryLayers();
    List.of(layers).forEach(memory::put);
    return memory;
  }

  /** Adds or replaces a layer under its own identifier. */
  public MemoryLayers put(Layer layer) {
    layers.put(AssetPaths.normal(layer.identifier()), layer);
    return this;
  }

  /** Reads and adds a layer. */
  public MemoryLayers put(String identifier, String text) {
    return put(UsdaReader.read(identifier, text));
  }

  public MemoryLayers remove(String identifier) {
    layers.remove(AssetPaths.normal(identifier));
    return this;
  }

  @Override
  public String identify(String assetPath, String anchorIdentifier) {
    String beside = AssetPaths.beside(anchorIdentifier, assetPath);
    if (AssetPaths.isAnchored(assetPath) || layers.containsKey(beside)) {
      return beside;
    }
    String fromTheTop = AssetPaths.normal(assetPath);
    return layers.containsKey(fromTheTop) ? fromTheTop : beside;
  }

  @Override
  public Optional<Layer> open(String identifier) {
    return Optional.ofNullable(layers.get(AssetPaths.normal(identifier)));
  }
}
