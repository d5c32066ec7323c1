package dev.taskmaster.composition.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Edits one prim or variant of a {@link LayerBuilder}; every method answers itself, so that edits
 * read as one sentence.
 */
public final class PrimEditor {

  private final LayerBuilder layer;
  private final Path path;
  private Specifier specifier;
  private String typeName = "";
  private ListOp<Reference> references = ListOp.none();
  private ListOp<Reference> payloads = ListOp.none();
  private ListOp<Path> inherits = ListOp.none();
  private ListOp<Path> specializes = ListOp.none();
  private ListOp<String> variantSets = ListOp.none();
  private Map<String, String> selections = new LinkedHashMap<>();
  private final SortedMap<String, Value> metadata = new TreeMap<>();
  private final Set<String> children = new LinkedHashSet<>();
  private final Set<String> properties = new LinkedHashSet<>();
  private final SortedMap<String, Set<String>> variants = new TreeMap<>();
  private @Nullable List<String> primOrder;
  private @Nullable List<String> propertyOrder;

  PrimEditor(LayerBuilder layer, Path path, Specifier specifier) {
    this.layer = layer;
    this.path = path;
    this.specifier = specifier;
  }

  PrimEditor(LayerBuilder layer, PrimSpec spec) {
    this(layer, spec.path(), spec.specifier());
    typeName = spec.typeName();
    references = spec.references();
    payloads = spec.payloads();
    inherits = spec.inherits();
    specializes = spec.specializes();
    variantSets = spec.variantSets();
    selections.putAll(spec.selections());
    metadata.putAll(spec.metadata());
    children.addAll(spec.children());
    properties.addAll(spec.properties());
    spec.variants().forEach((set, names) -> variants.put(set, new LinkedHashSet<>(names)));
    primOrder = spec.primOrder();
    propertyOrder = spec.propertyOrder();
  }

  public Path path() {
    return path;
  }

  public PrimEditor specifier(Specifier newSpecifier) {
    specifier = newSpecifier;
    return this;
  }

  public PrimEditor typeName(String name) {
    typeName = name;
    return this;
  }

  /** Sets a field that composes as a plain value. */
  public PrimEditor metadata(String name, Value value) {
    metadata.put(name, value);
    return this;
  }

  public @Nullable Value metadata(String name) {
    return metadata.get(name);
  }

  public PrimEditor clearMetadata(String name) {
    metadata.remove(name);
    return this;
  }

  public PrimEditor active(boolean active) {
    return metadata("active", Value.of(active));
  }

  public PrimEditor instanceable(boolean instanceable) {
    return metadata("instanceable", Value.of(instanceable));
  }

  /** Sets one key of {@code customData}; the other keys stay. */
  public PrimEditor customData(String key, String type, Value value) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    if (metadata.get("customData") instanceof Value.Dictionary(Map<String, Value.Entry> known)) {
      entries.putAll(known);
    }
    entries.put(key, new Value.Entry(type, value));
    return metadata("customData", new Value.Dictionary(entries));
  }

  public PrimEditor customData(String key, String text) {
    return customData(key, "string", Value.of(text));
  }

  /**
   * Adds one reference in front of the weaker ones; an empty asset means this layer stack, a null
   * prim the default prim.
   */
  public PrimEditor reference(String asset, @Nullable String prim) {
    return references(ListOp.Edit.PREPEND, plus(references.prepended(), target(asset, prim)));
  }

  public PrimEditor references(ListOp.Edit edit, List<Reference> items) {
    references = references.with(edit, items);
    return this;
  }

  /** Adds one payload in front of the weaker ones. */
  public PrimEditor payload(String asset, @Nullable String prim) {
    return payloads(ListOp.Edit.PREPEND, plus(payloads.prepended(), target(asset, prim)));
  }

  public PrimEditor payloads(ListOp.Edit edit, List<Reference> items) {
    payloads = payloads.with(edit, items);
    return this;
  }

  /** Adds one inherited class in front of the weaker ones. */
  public PrimEditor inherit(String classPath) {
    return inherits(ListOp.Edit.PREPEND, plus(inherits.prepended(), Path.parse(classPath, path)));
  }

  public PrimEditor inherits(ListOp.Edit edit, List<Path> items) {
    inherits = inherits.with(edit, items);
    return this;
  }

  /** Adds one specialized prim in front of the weaker ones. */
  public PrimEditor specialize(String basePath) {
    return specializes(
        ListOp.Edit.PREPEND, plus(specializes.prepended(), Path.parse(basePath, path)));
  }

  public PrimEditor specializes(ListOp.Edit edit, List<Path> items) {
    specializes = specializes.with(edit, items);
    return this;
  }

  public PrimEditor variantSets(ListOp.Edit edit, List<String> names) {
    variantSets = variantSets.with(edit, names);
    return this;
  }

  /** Chooses a variant; an empty name chooses none. */
  public PrimEditor select(String set, String variant) {
    selections.put(set, variant);
    return this;
  }

  public PrimEditor clearSelection(String set) {
    selections.remove(set);
    return this;
  }

  /** Writes a variant, and lists its set so that it takes part in composition. */
  public PrimEditor variant(String set, String variant, Consumer<PrimEditor> content) {
    if (!variantSets.prepended().contains(set)
        && !(variantSets.explicit() != null && variantSets.explicit().contains(set))) {
      variantSets = variantSets.with(ListOp.Edit.PREPEND, plus(variantSets.prepended(), set));
    }
    content.accept(layer.prim(path.variant(set, variant)));
    return this;
  }

  /** Declares a variant set block, possibly without variants. */
  public PrimEditor variantBlock(String set) {
    variants.computeIfAbsent(set, unused -> new LinkedHashSet<>());
    return this;
  }

  public PrimEditor primOrder(@Nullable List<String> names) {
    primOrder = names;
    return this;
  }

  public PrimEditor propertyOrder(@Nullable List<String> names) {
    propertyOrder = names;
    return this;
  }

  /**
   * Writes an attribute's value; names may hold namespaces, such as {@code notes:r1}. Custom, as no
   * schema knows it.
   */
  public PrimEditor set(String type, String name, Value value) {
    Path address = path.property(name);
    AttributeSpec known = attribute(name, type);
    return property(
        new AttributeSpec(
            address,
            type,
            known == null ? "varying" : known.variability(),
            known == null || known.custom(),
            value,
            known == null ? null : known.samples(),
            known == null ? ListOp.none() : known.paths(),
            known == null ? new TreeMap<>() : known.metadata()));
  }

  public PrimEditor set(String name, String text) {
    return set("string", name, Value.of(text));
  }

  public PrimEditor set(String name, boolean value) {
    return set("bool", name, Value.of(value));
  }

  public PrimEditor set(String name, long value) {
    return set(value == (int) value ? "int" : "int64", name, Value.of(value));
  }

  public PrimEditor set(String name, double value) {
    return set("double", name, Value.of(value));
  }

  public PrimEditor set(String name, List<String> texts) {
    return set("string[]", name, Value.strings(texts));
  }

  /** Hides weaker values. */
  public PrimEditor block(String type, String name) {
    return set(type, name, Value.Block.BLOCK);
  }

  private @Nullable AttributeSpec attribute(String name, String type) {
    PropertySpec known = layer.property(path.property(name));
    if (known instanceof RelationshipSpec) {
      throw new IllegalArgumentException(
          known.path() + " is a relationship in this layer, not an attribute");
    }
    AttributeSpec attribute = (AttributeSpec) known;
    return attribute == null || attribute.typeName().equals(type) ? attribute : null;
  }

  /** Edits the connections of an attribute. */
  public PrimEditor connect(String type, String name, ListOp.Edit edit, String... sources) {
    AttributeSpec known = attribute(name, type);
    if (known == null) {
      known =
          new AttributeSpec(
              path.property(name),
              type,
              "varying",
              true,
              null,
              null,
              ListOp.none(),
              new TreeMap<>());
    }
    ListOp<Path> paths = known.paths().with(edit, paths(sources));
    return property(
        new AttributeSpec(
            known.path(),
            type,
            known.variability(),
            known.custom(),
            known.defaultValue(),
            known.samples(),
            paths,
            known.metadata()));
  }

  /** Replaces a relationship's targets, whatever weaker layers say. */
  public PrimEditor targets(String name, String... targets) {
    return targets(name, ListOp.Edit.EXPLICIT, targets);
  }

  public PrimEditor prependTargets(String name, String... targets) {
    return targets(name, ListOp.Edit.PREPEND, targets);
  }

  public PrimEditor appendTargets(String name, String... targets) {
    return targets(name, ListOp.Edit.APPEND, targets);
  }

  public PrimEditor deleteTargets(String name, String... targets) {
    return targets(name, ListOp.Edit.DELETE, targets);
  }

  public PrimEditor targets(String name, ListOp.Edit edit, String... targets) {
    Path address = path.property(name);
    PropertySpec known = layer.property(address);
    if (known instanceof AttributeSpec) {
      throw new IllegalArgumentException(
          address + " is an attribute in this layer, not a relationship");
    }
    ListOp<Path> before = known == null ? ListOp.none() : known.paths();
    return property(
        new RelationshipSpec(
            address,
            known == null || known.custom(),
            false,
            before.with(edit, paths(targets)),
            known == null ? new TreeMap<>() : known.metadata()));
  }

  /** Puts a finished property spec of this prim in place. */
  public PrimEditor property(PropertySpec spec) {
    if (spec.path().parent() != path) {
      throw new IllegalArgumentException(spec.path() + " is no property of " + path);
    }
    properties.add(spec.path().name());
    layer.put(spec);
    return this;
  }

  public @Nullable PropertySpec property(String name) {
    return layer.property(path.property(name));
  }

  public PrimEditor removeProperty(String name) {
    properties.remove(name);
    layer.removeProperty(path.property(name));
    return this;
  }

  /** Back to the layer, to go on with another prim. */
  public LayerBuilder layer() {
    return layer;
  }

  public boolean hasChild(String name) {
    return children.contains(name);
  }

  void addChild(String name) {
    children.add(name);
  }

  void dropChild(String name) {
    children.remove(name);
  }

  void addVariant(String set, String variant) {
    variants.computeIfAbsent(set, unused -> new LinkedHashSet<>()).add(variant);
  }

  void dropVariant(String set, String variant) {
    variants.getOrDefault(set, Set.of()).remove(variant);
  }

  private List<Path> paths(String... texts) {
    return Arrays.stream(texts).map(text -> Path.parse(text, path)).toList();
  }

  private static Reference target(String asset, @Nullable String prim) {
    return Reference.to(asset, prim == null ? null : Path.parse(prim));
  }

  private static <T> List<T> plus(List<T> items, T item) {
    List<T> more = new ArrayList<>(items);
    more.remove(item);
    more.add(item);
    return more;
  }

  PrimSpec spec() {
    SortedMap<String, List<String>> blocks = new TreeMap<>();
    variants.forEach((set, names) -> blocks.put(set, List.copyOf(names)));
    return new PrimSpec(
        path,
        specifier,
        typeName,
        references,
        payloads,
        inherits,
        specializes,
        variantSets,
        selections,
        metadata,
        List.copyOf(children),
        List.copyOf(properties),
        blocks,
        primOrder,
        propertyOrder);
  }
}
