package dev.taskmaster.composition;

import dev.taskmaster.composition.index.PrimIndex;
import dev.taskmaster.composition.layer.AttributeSpec;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PropertySpec;
import dev.taskmaster.composition.layer.RelationshipSpec;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One composed prim of a stage. A view: it answers from the stage it belongs to. */
public final class Prim {

  private final Stage stage;
  private final PrimIndex index;
  private final Composed composed;

  Prim(Stage stage, Composed composed) {
    this.stage = stage;
    this.index = composed.index();
    this.composed = composed;
  }

  public Path path() {
    return index.path();
  }

  public String name() {
    return path().name();
  }

  /** The strongest type name, empty if none is given. */
  public String typeName() {
    return composed.typeName();
  }

  public Specifier specifier() {
    return composed.specifier();
  }

  /** False if the strongest opinion switches the prim off; its children then do not exist. */
  public boolean isActive() {
    return composed.isActive();
  }

  /** False if a payload of this prim was left out because the stage does not load it. */
  public boolean isLoaded() {
    return index.isLoaded();
  }

  /** True if this prim and all its parents are defs or classes. */
  public boolean isDefined() {
    return path().isRoot() || (specifier() != Specifier.OVER && parent().isDefined());
  }

  /** True if this prim or a parent is a class. */
  public boolean isAbstract() {
    return !path().isRoot() && (specifier() == Specifier.CLASS || parent().isAbstract());
  }

  /** The parent; the pseudo-root is its own. */
  public Prim parent() {
    return stage.require(path().parent());
  }

  /** The composed children in order; none of an inactive prim. */
  public List<Prim> children() {
    return isActive()
        ? childNames().stream().map(name -> stage.require(path().child(name))).toList()
        : List.of();
  }

  public List<String> childNames() {
    return composed.children().names();
  }

  /** Names of all attributes, sorted. */
  public List<String> attributeNames() {
    return composed.propertyNames().stream()
        .filter(name -> strongest(name) instanceof AttributeSpec)
        .sorted()
        .toList();
  }

  /** Names of all relationships, sorted. */
  public List<String> relationshipNames() {
    return composed.propertyNames().stream()
        .filter(name -> strongest(name) instanceof RelationshipSpec)
        .sorted()
        .toList();
  }

  private PropertySpec strongest(String name) {
    return composed.properties(name).getFirst().spec();
  }

  /**
   * The strongest value of an attribute; empty if there is none or it is blocked (chapter 11.1).
   */
  public Optional<Value> value(String attribute) {
    return opinions(attribute).stream()
        .findFirst()
        .map(Opinion::value)
        .filter(value -> !value.isBlock());
  }

  /**
   * Who says what about an attribute's value, strongest first. Opinions below a block are listed,
   * though they do not count.
   */
  public List<Opinion> opinions(String attribute) {
    List<Opinion> opinions = new ArrayList<>();
    for (Composed.Property property : composed.properties(attribute)) {
      if (property.spec() instanceof AttributeSpec spec) {
        Value value = spec.defaultValue();
        if (value != null) {
          opinions.add(new Opinion(property.layer().identifier(), spec.path(), value));
        }
      }
    }
    return opinions;
  }

  /** Type of an attribute as its strongest layer gives it; empty if there is no such attribute. */
  public Optional<String> attributeType(String attribute) {
    return composed.properties(attribute).stream()
        .map(Composed.Property::spec)
        .filter(AttributeSpec.class::isInstance)
        .map(spec -> ((AttributeSpec) spec).typeName())
        .findFirst();
  }

  /**
   * The composed targets of a relationship, or connections of an attribute, in order; they need not
   * exist (chapter 10.1).
   */
  public List<Path> targets(String property) {
    return composed.targets(property).paths();
  }

  /** Paths that some layer takes out of a list of targets or connections. */
  public Set<Path> deletedTargets(String property) {
    return composed.targets(property).deleted();
  }

  /** For every variant set the selection in use. */
  public Map<String, String> variantSelections() {
    return index.selections();
  }

  /** Names that no child can have, because a relocation took that child away. */
  public Set<String> prohibitedChildNames() {
    return composed.children().prohibited();
  }

  /** Names of all properties, from the weakest layer's to the strongest's. */
  public List<String> propertyNames() {
    return composed.propertyNames();
  }

  /**
   * A merged dictionary or the strongest value of a field such as {@code customData} or {@code
   * kind} (chapters 11.2 to 11.4).
   */
  public Optional<Value> metadata(String field) {
    return composed.metadata(field);
  }

  /** Everything that is written about this prim, strongest first. */
  public List<SpecSite> primStack() {
    return composed.primStack();
  }

  /** Everything that is written about one property, strongest first. */
  public List<SpecSite> propertyStack(String property) {
    return composed.properties(property).stream()
        .map(each -> new SpecSite(each.layer().identifier(), each.spec().path()))
        .toList();
  }

  /** Errors found while this prim and its targets were composed. */
  public List<CompositionError> errors() {
    return composed.errors();
  }

  /** The tree of sites this prim is made of. */
  public PrimIndex index() {
    return index;
  }

  @Override
  public String toString() {
    return "Prim[" + path() + "]";
  }
}
