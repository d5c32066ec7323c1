package dev.taskmaster.composition.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one layer says about one prim, one variant, or (at {@code /}) about itself (chapters 2.2,
 * 2.3 and 2.5).
 *
 * @param typeName the type, empty if none is given
 * @param metadata every field that composes as a plain value, by name; {@code comment} holds the
 *     comment string
 * @param children names of the child prims, in stored order
 * @param properties names of the properties, in stored order
 * @param variants for every variant set block the names of its variants
 * @param primOrder {@code reorder nameChildren}, or null
 * @param propertyOrder {@code reorder properties}, or null
 */
public record PrimSpec(
    Path path,
    Specifier specifier,
    String typeName,
    ListOp<Reference> references,
    ListOp<Reference> payloads,
    ListOp<Path> inherits,
    ListOp<Path> specializes,
    ListOp<String> variantSets,
    Map<String, String> selections,
    SortedMap<String, Value> metadata,
    List<String> children,
    List<String> properties,
    SortedMap<String, List<String>> variants,
    @Nullable List<String> primOrder,
    @Nullable List<String> propertyOrder) {

  public PrimSpec {
    selections = Collections.unmodifiableMap(new LinkedHashMap<>(selections));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    children = List.copyOf(children);
    properties = List.copyOf(properties);
    variants = Collections.unmodifiableSortedMap(new TreeMap<>(variants));
    primOrder = primOrder == null ? null : List.copyOf(primOrder);
    propertyOrder = propertyOrder == null ? null : List.copyOf(propertyOrder);
  }

  /** True if the spec takes part in composition by more than its opinions. */
  public boolean hasArcs() {
    return !references.isNone()
        || !payloads.isNone()
        || !inherits.isNone()
        || !specializes.isNone()
        || !variantSets.isNone()
        || !selections.isEmpty();
  }

  /** Equal but for the order of properties and variants, which says nothing. */
  boolean saysTheSameAs(PrimSpec other) {
    return sorted().equals(other.sorted());
  }

  private PrimSpec sorted() {
    SortedMap<String, List<String>> blocks = new TreeMap<>();
    variants.forEach((set, names) -> blocks.put(set, names.stream().sorted().toList()));
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
        children,
        properties.stream().sorted().toList(),
        blocks,
        primOrder,
        propertyOrder);
  }
}
