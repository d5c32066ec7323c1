package dev.taskmaster.composition.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes or changes a layer. Not for use by several threads. */
public final class LayerBuilder {

  private final String identifier;
  private String format = "usda 1.0";
  private List<SubLayer> subLayers = new ArrayList<>();
  private List<Relocation> relocations = new ArrayList<>();
  private final Map<Path, PrimSpec> prims;
  private final Map<Path, PropertySpec> properties;
  private final Map<Path, PrimEditor> editors = new LinkedHashMap<>();

  LayerBuilder(String identifier) {
    this.identifier = identifier;
    this.prims = new HashMap<>();
    this.properties = new HashMap<>();
    editors.put(Path.ROOT, new PrimEditor(this, Path.ROOT, Specifier.OVER));
  }

  LayerBuilder(Layer layer, String identifier) {
    this.identifier = identifier;
    this.format = layer.format();
    this.subLayers = new ArrayList<>(layer.subLayers());
    this.relocations = new ArrayList<>(layer.relocations());
    this.prims = new HashMap<>(layer.primMap());
    this.properties = new HashMap<>(layer.propertyMap());
  }

  /** The header's words, {@code usda 1.0} unless told. */
  public LayerBuilder format(String words) {
    this.format = words;
    return this;
  }

  /** Replaces the sublayers, strongest first. */
  public LayerBuilder subLayers(String... assets) {
    return subLayers(Arrays.stream(assets).map(SubLayer::of).toList());
  }

  public LayerBuilder subLayers(List<SubLayer> layers) {
    this.subLayers = new ArrayList<>(layers);
    return this;
  }

  /** Adds one sublayer at the weak end. */
  public LayerBuilder subLayer(String asset) {
    subLayers.add(SubLayer.of(asset));
    return this;
  }

  public LayerBuilder relocate(Path source, @Nullable Path target) {
    relocations.add(new Relocation(source, target));
    return this;
  }

  public LayerBuilder clearRelocations() {
    relocations.clear();
    return this;
  }

  public LayerBuilder defaultPrim(String name) {
    return metadata("defaultPrim", Value.of(name));
  }

  /** Sets a field of the layer itself. */
  public LayerBuilder metadata(String name, Value value) {
    root().metadata(name, value);
    return this;
  }

  /** Defines a prim without a type. Missing parents become {@code over}s. */
  public PrimEditor def(String path) {
    return prim(Path.parse(path)).specifier(Specifier.DEF);
  }

  public LayerBuilder def(String path, String typeName, Consumer<PrimEditor> content) {
    return prim(path, Specifier.DEF, typeName, content);
  }

  public PrimEditor over(String path) {
    return prim(Path.parse(path)).specifier(Specifier.OVER);
  }

  public LayerBuilder over(String path, Consumer<PrimEditor> content) {
    return prim(path, Specifier.OVER, "", content);
  }

  public PrimEditor classPrim(String path) {
    return prim(Path.parse(path)).specifier(Specifier.CLASS);
  }

  public LayerBuilder classPrim(String path, String typeName, Consumer<PrimEditor> content) {
    return prim(path, Specifier.CLASS, typeName, content);
  }

  private LayerBuilder prim(
      String path, Specifier specifier, String typeName, Consumer<PrimEditor> content) {
    content.accept(prim(Path.parse(path)).specifier(specifier).typeName(typeName));
    return this;
  }

  /**
   * The editor of a prim or variant; it is made, as an {@code over}, if the layer does not have it.
   */
  public PrimEditor prim(String path) {
    return prim(Path.parse(path));
  }

  /**
   * The editor of a prim or variant; it is made, as an {@code over}, if the layer does not have it.
   */
  public PrimEditor prim(Path path) {
    PrimEditor editor = editors.get(path);
    if (editor != null) {
      return editor;
    }
    if (path.isProperty()) {
      throw new IllegalArgumentException(path + " is a property, not a prim");
    }
    PrimSpec known = prims.get(path);
    editor =
        known != null ? new PrimEditor(this, known) : new PrimEditor(this, path, Specifier.OVER);
    editors.put(path, editor);
    if (known == null) {
      PrimEditor owner = prim(path.parent());
      if (path.isVariant()) {
        owner.addVariant(path.name(), path.variant());
      } else {
        owner.addChild(path.name());
      }
    }
    return editor;
  }

  public boolean hasPrim(Path path) {
    return editors.containsKey(path) || prims.containsKey(path);
  }

  /** The pseudo-root. */
  public PrimEditor root() {
    return prim(Path.ROOT);
  }

  /** Takes a prim or variant out, with all that is below it. Does nothing if it is not there. */
  public LayerBuilder removePrim(Path path) {
    if (path.isRoot()) {
      throw new IllegalArgumentException("the root of a layer cannot be removed");
    }
    if (hasPrim(path)) {
      PrimEditor owner = prim(path.parent());
      if (path.isVariant()) {
        owner.dropVariant(path.name(), path.variant());
      } else {
        owner.dropChild(path.name());
      }
      prims.keySet().removeIf(below -> below.hasPrefix(path));
      editors.keySet().removeIf(below -> below.hasPrefix(path));
      properties.keySet().removeIf(below -> below.hasPrefix(path));
    }
    return this;
  }

  @Nullable PropertySpec property(Path path) {
    return properties.get(path);
  }

  void put(PropertySpec spec) {
    properties.put(spec.path(), spec);
  }

  void removeProperty(Path path) {
    properties.remove(path);
  }

  public Layer build() {
    Map<Path, PrimSpec> built = new HashMap<>(prims);
    editors.forEach((path, editor) -> built.put(path, editor.spec()));
    return new Layer(identifier, format, subLayers, relocations, built, new HashMap<>(properties));
  }
}
