package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Names;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.Reference;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in the parentheses of a prim or variant (grammar rule {@code primItem}), above
 * all its arcs.
 */
final class ArcReader {

  private final Cursor in;
  private final Literals literals;
  private final ValueReader values;
  private final MetadataReader metadata;

  ArcReader(Cursor in, Literals literals, ValueReader values, MetadataReader metadata) {
    this.in = in;
    this.literals = literals;
    this.values = values;
    this.metadata = metadata;
  }

  void primItem(PrimEditor prim, Map<String, Value> fields) {
    if (literals.atString()) {
      metadata.item(fields);
      return;
    }
    ListOp.Edit edit = metadata.takeEdit();
    int start = in.position();
    String name = literals.word("a field name");
    switch (name) {
      case "references" -> prim.references(write(edit), references(edit, true));
      case "payload" -> prim.payloads(write(edit), references(edit, false));
      case "inherits" -> prim.inherits(write(edit), classes(prim, edit));
      case "specializes" -> prim.specializes(write(edit), classes(prim, edit));
      case "variantSets" -> prim.variantSets(write(edit), variantSets());
      case "variants" -> selections(prim, edit, start);
      case "relocates" -> {
        refuseEdit(edit, start);
        values.equalSign();
        fields.put("relocates", metadata.primRelocations(prim.path()));
      }
      default -> metadata.field(fields, edit, name, start);
    }
  }

  private static ListOp.Edit write(ListOp.@Nullable Edit edit) {
    return edit == null ? ListOp.Edit.EXPLICIT : edit;
  }

  private void refuseEdit(ListOp.@Nullable Edit edit, int start) {
    if (edit != null) {
      throw in.refuse(start, "a field that is a list");
    }
  }

  private List<Path> classes(PrimEditor prim, ListOp.@Nullable Edit edit) {
    values.equalSign();
    int start = in.position();
    List<Path> paths = metadata.paths(prim.path(), edit, "a prim path");
    if (!paths.stream().allMatch(metadata::isArcTarget)) {
      throw in.refuse(start, "prim paths without variant selections");
    }
    return paths;
  }

  private List<String> variantSets() {
    values.equalSign();
    int start = in.position();
    List<String> names = metadata.names();
    if (!names.stream().allMatch(Names::isVariantSet)) {
      throw in.refuse(start, "valid variant set names");
    }
    return metadata.distinct(names, start);
  }

  private void selections(PrimEditor prim, ListOp.@Nullable Edit edit, int start) {
    refuseEdit(edit, start);
    values.equalSign();
    for (Map.Entry<String, Value.Entry> entry : values.dictionary().entries().entrySet()) {
      if (!(entry.getValue().value() instanceof Value.Text(String variant))
          || !isSelection(variant)) {
        throw in.refuse(start, "variant names as variant selections");
      }
      prim.select(entry.getKey(), variant);
    }
  }

  /**
   * A variant name, none, or a variable expression in back quotes, which only composition refuses.
   */
  private static boolean isSelection(String variant) {
    return variant.isEmpty() || Names.isVariant(variant) || variant.startsWith("`");
  }

  private List<Reference> references(ListOp.@Nullable Edit edit, boolean withCustomData) {
    values.equalSign();
    int start = in.position();
    List<Reference> references = List.of();
    if (in.peek() == '[') {
      references = values.list('[', ']', () -> reference(withCustomData));
    } else if (!literals.takeWord("None")) {
      references = List.of(reference(withCustomData));
    }
    if (references.isEmpty() && edit != null) {
      throw in.refuse(start, "at least one target behind a list keyword");
    }
    return new ArrayList<>(new LinkedHashSet<>(references));
  }

  private Reference reference(boolean withCustomData) {
    String asset = "";
    Path prim = null;
    if (literals.atAsset()) {
      int start = in.position();
      asset = literals.asset();
      if (asset.isEmpty()) {
        throw in.refuse(start, "an asset path that is not empty");
      }
      int end = in.position();
      in.inlineSpace();
      if (literals.atPath()) {
        prim = target();
      } else {
        in.moveTo(end);
      }
    } else {
      prim = target();
    }
    return retimed(Reference.to(asset, prim), withCustomData);
  }

  private @Nullable Path target() {
    int start = in.position();
    String text = literals.pathText("an asset path or a prim path");
    if (text.isEmpty()) {
      return null;
    }
    if (text.startsWith("/")) {
      in.moveTo(start);
      Path path = literals.path("a prim path", Path.ROOT);
      if (metadata.isArcTarget(path)) {
        return path;
      }
    }
    throw in.refuse(start, "an absolute prim path without variant selections");
  }

  private Reference retimed(Reference plain, boolean withCustomData) {
    int end = in.position();
    in.inlineSpace();
    if (in.peek() != '(') {
      in.moveTo(end);
      return plain;
    }
    Retiming retiming = new Retiming(withCustomData);
    values.block('(', ')', () -> retiming.item(in, literals, values));
    return new Reference(
        plain.asset(), plain.prim(), retiming.offset, retiming.scale, retiming.customData);
  }

  /** What stands in the parentheses behind a reference, payload or sublayer. */
  static final class Retiming {
    private final boolean withCustomData;
    double offset;
    double scale = 1;
    Value.Dictionary customData = Value.Dictionary.EMPTY;

    Retiming(boolean withCustomData) {
      this.withCustomData = withCustomData;
    }

    void item(Cursor in, Literals literals, ValueReader values) {
      int start = in.position();
      String name = literals.word("offset or scale");
      values.equalSign();
      if (name.equals("customData") && withCustomData) {
        customData = values.dictionary();
        return;
      }
      Value number = literals.number();
      if (number == null) {
        throw in.expected("a number");
      }
      switch (name) {
        case "offset" -> offset = number.asDouble();
        case "scale" -> scale = number.asDouble();
        default ->
            throw in.refuse(
                start, withCustomData ? "offset, scale or customData" : "offset or scale");
      }
    }
  }
}
