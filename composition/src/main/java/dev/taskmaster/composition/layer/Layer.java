package dev.taskmaster.composition.layer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One immutable layer: a tree of specs by path (chapter 2.2). Make one with {@link #builder},
 * change one with {@link #edit}, read one with {@code UsdaReader}.
 */
public final class Layer {

  private final String identifier;
  private final String format;
  private final List<SubLayer> subLayers;
  private final List<Relocation> relocations;
  private final Map<Path, PrimSpec> prims;
  private final Map<Path, PropertySpec> properties;

  /** Takes the maps over without copying; only {@link LayerBuilder} calls this. */
  Layer(
      String identifier,
      String format,
      List<SubLayer> subLayers,
      List<Relocation> relocations,
      Map<Path, PrimSpec> prims,
      Map<Path, PropertySpec> properties) {
    this.identifier = identifier;
    this.format = format;
    this.subLayers = List.copyOf(subLayers);
    this.relocations = List.copyOf(relocations);
    this.prims = prims;
    this.properties = properties;
  }

  /** An editor of a new, empty layer. */
  public static LayerBuilder builder(String identifier) {
    return new LayerBuilder(identifier);
  }

  /** An editor that starts with this layer's content; this layer stays as it is. */
  public LayerBuilder edit() {
    return new LayerBuilder(this, identifier);
  }

  /** The same content under another identifier. */
  public Layer as(String newIdentifier) {
    return new Layer(newIdentifier, format, subLayers, relocations, prims, properties);
  }

  /** The name this layer is known by to its resolver, and in opinions and errors. */
  public String identifier() {
    return identifier;
  }

  /** The words of the header, {@code usda 1.0} or {@code sdf 1.4.32}. */
  public String format() {
    return format;
  }

  public List<SubLayer> subLayers() {
    return subLayers;
  }

  public List<Relocation> relocations() {
    return relocations;
  }

  /** The pseudo-root spec with the layer's own metadata. */
  public PrimSpec root() {
    PrimSpec root = prims.get(Path.ROOT);
    if (root == null) {
      throw new IllegalStateException("layer " + identifier + " has no root");
    }
    return root;
  }

  /** The prim a reference without a prim path means, or null. */
  public @Nullable Path defaultPrim() {
    if (!(root().metadata().get("defaultPrim") instanceof Value.Text(String name))
        || name.isEmpty()) {
      return null;
    }
    try {
      Path path = Path.parse(name, Path.ROOT);
      return path.isPrim() && !path.hasVariantSelections() ? path : null;
    } catch (IllegalArgumentException notAPath) {
      return null;
    }
  }

  /** The spec of a prim or variant, or null. */
  public @Nullable PrimSpec prim(Path path) {
    return prims.get(path);
  }

  /** The spec of a prim or variant, or null. */
  public @Nullable PrimSpec prim(String path) {
    return prims.get(Path.parse(path));
  }

  /** The spec of a property, or null. */
  public @Nullable PropertySpec property(Path path) {
    return properties.get(path);
  }

  /** The spec of a property, or null. */
  public @Nullable PropertySpec property(String path) {
    return properties.get(Path.parse(path));
  }

  /** Addresses of all prims and variants, the root included, in no particular order. */
  public Set<Path> primPaths() {
    return Collections.unmodifiableSet(prims.keySet());
  }

  /** Addresses of all properties, in no particular order. */
  public Set<Path> propertyPaths() {
    return Collections.unmodifiableSet(properties.keySet());
  }

  /** The one child map of this layer and of the layers made from it; never changed. */
  Map<Path, PrimSpec> primMap() {
    return prims;
  }

  Map<Path, PropertySpec> propertyMap() {
    return properties;
  }

  /**
   * True if both layers say the same, whatever they are called. The order of properties and of
   * variants says nothing.
   */
  public boolean saysTheSameAs(Layer other) {
    return subLayers.equals(other.subLayers)
        && relocations.equals(other.relocations)
        && prims.keySet().equals(other.prims.keySet())
        && prims.values().stream()
            .allMatch(
                spec -> spec.saysTheSameAs(Objects.requireNonNull(other.prims.get(spec.path()))))
        && properties.equals(other.properties);
  }

  @Override
  public String toString() {
    return "Layer["
        + identifier
        + ", "
        + prims.size()
        + " prims, "
        + properties.size()
        + " properties]";
  }
}
