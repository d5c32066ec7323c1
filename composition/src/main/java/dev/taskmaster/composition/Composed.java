package dev.taskmaster.composition;

import dev.taskmaster.composition.index.ChildNames;
import dev.taskmaster.composition.index.Indexes;
import dev.taskmaster.composition.index.Node;
import dev.taskmaster.composition.index.PrimIndex;
import dev.taskmaster.composition.index.PropertyNames;
import dev.taskmaster.composition.index.Targets;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.PropertySpec;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one prim index: stacks, names, resolved fields (chapters 9 to 11). Made when
 * first asked for.
 */
final class Composed {

  /** One spec of the prim stack. */
  record Opined(Node node, Layer layer, PrimSpec spec) {}

  /** One spec of a property stack. */
  record Property(Node node, Layer layer, PropertySpec spec) {}

  private final PrimIndex index;
  private final List<Opined> stack = new ArrayList<>();
  private final Map<String, List<Property>> properties = new HashMap<>();
  private final Map<String, Targets.Result> targets = new HashMap<>();
  private final Indexes indexes;
  private long targetsVersion;
  private final List<CompositionError> propertyErrors = new ArrayList<>();
  private @Nullable ChildNames children;
  private @Nullable Set<String> childSet;
  private @Nullable List<String> propertyNames;

  Composed(PrimIndex index, Indexes indexes) {
    this.index = index;
    this.indexes = indexes;
    this.targetsVersion = indexes.version();
    for (Node node : index.nodes()) {
      if (node.contributes()) {
        for (Layer layer : node.layerStack().layers()) {
          PrimSpec spec = layer.prim(node.path());
          if (spec != null) {
            stack.add(new Opined(node, layer, spec));
          }
        }
      }
    }
  }

  PrimIndex index() {
    return index;
  }

  List<SpecSite> primStack() {
    return stack.stream()
        .map(each -> new SpecSite(each.layer.identifier(), each.spec.path()))
        .toList();
  }

  ChildNames children() {
    if (children == null) {
      children = ChildNames.of(index);
    }
    return children;
  }

  boolean hasChild(String name) {
    if (childSet == null) {
      childSet = new HashSet<>(children().names());
    }
    return childSet.contains(name);
  }

  List<String> propertyNames() {
    if (propertyNames == null) {
      propertyNames = PropertyNames.of(index);
    }
    return propertyNames;
  }

  List<Property> properties(String name) {
    return properties.computeIfAbsent(name, this::propertyStack);
  }

  private List<Property> propertyStack(String name) {
    List<Property> found = new ArrayList<>();
    for (Opined each : stack) {
      PropertySpec spec = each.layer.property(each.spec.path().property(name));
      if (spec == null) {
        continue;
      }
      if (!found.isEmpty() && !found.getFirst().spec.getClass().equals(spec.getClass())) {
        propertyErrors.add(
            new CompositionError(
                CompositionError.Kind.INCONSISTENT_PROPERTY_TYPE,
                index.path(),
                each.layer.identifier(),
                spec.path(),
                "the property is of another kind in a stronger layer"));
      } else {
        found.add(new Property(each.node, each.layer, spec));
      }
    }
    return found;
  }

  Targets.Result targets(String name) {
    Targets.Result known = targets.get(name);
    if (known == null || targetsVersion != indexes.version()) {
      List<Targets.Opinion> opinions =
          properties(name).stream()
              .map(each -> new Targets.Opinion(each.node, each.layer, each.spec))
              .toList();
      known = Targets.compose(index, opinions, indexes::index);
      if (targetsVersion != indexes.version()) {
        targets.clear();
        targetsVersion = indexes.version();
      }
      targets.put(name, known);
    }
    return known;
  }

  /** Of the index, of all properties, and of all targets. */
  List<CompositionError> errors() {
    List<CompositionError> errors = new ArrayList<>(index.errors());
    for (String name : propertyNames()) {
      properties(name);
      errors.addAll(targets(name).errors());
    }
    errors.addAll(propertyErrors);
    return errors;
  }

  String typeName() {
    return stack.stream()
        .map(each -> each.spec.typeName())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  boolean isActive() {
    return metadata("active").map(Value::asBool).orElse(true);
  }

  /** Chapter 11.5. */
  Specifier specifier() {
    List<Opined> defining =
        stack.stream().filter(each -> each.spec.specifier() != Specifier.OVER).toList();
    if (index.path().isRoot()) {
      return Specifier.DEF;
    }
    if (defining.isEmpty()) {
      return Specifier.OVER;
    }
    if (defining.getFirst().spec.specifier() == Specifier.DEF) {
      return Specifier.DEF;
    }
    return defining.stream()
        .filter(each -> !each.node.isDirectInherit())
        .map(each -> each.spec.specifier())
        .findFirst()
        .orElse(Specifier.CLASS);
  }

  /** Chapters 11.2 to 11.4. */
  Optional<Value> metadata(String field) {
    List<Value> opinions =
        stack.stream()
            .flatMap(each -> Optional.ofNullable(each.spec.metadata().get(field)).stream())
            .toList();
    return Optional.ofNullable(Fields.resolve(opinions));
  }

  /** Resolution of plain fields. */
  static final class Fields {
    private Fields() {}

    static @Nullable Value resolve(List<Value> opinions) {
      if (opinions.isEmpty()) {
        return null;
      }
      return switch (opinions.getFirst()) {
        case Value.Dictionary strongest -> merged(strongest, opinions);
        case Value.ListEdit unused -> edited(opinions);
        default -> opinions.getFirst();
      };
    }

    private static Value merged(Value.Dictionary strongest, List<Value> opinions) {
      Value.Dictionary result = strongest;
      for (Value weaker : opinions.subList(1, opinions.size())) {
        if (weaker instanceof Value.Dictionary dictionary) {
          result = result.over(dictionary);
        }
      }
      return result;
    }

    private static Value edited(List<Value> opinions) {
      List<Value> items = List.of();
      for (Value opinion : opinions.reversed()) {
        if (opinion instanceof Value.ListEdit(ListOp<Value> op)) {
          items = op.apply(items);
        } else if (opinion instanceof Value.Array(List<Value> explicit)) {
          items = explicit;
        }
      }
      return new Value.Array(items);
    }
  }
}
