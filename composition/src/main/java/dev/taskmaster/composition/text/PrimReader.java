package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Names;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.layer.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads prims and variant sets with their contents (grammar rules {@code prim}, {@code contents}
 * and {@code variantSet}).
 */
final class PrimReader {

  static final Set<String> KEYWORDS =
      Set.of(
          "add",
          "append",
          "class",
          "config",
          "connect",
          "custom",
          "customData",
          "def",
          "default",
          "delete",
          "dictionary",
          "displayUnit",
          "doc",
          "inherits",
          "kind",
          "nameChildren",
          "None",
          "offset",
          "over",
          "payload",
          "permission",
          "prefixSubstitutions",
          "prepend",
          "properties",
          "references",
          "rel",
          "relocates",
          "reorder",
          "rootPrims",
          "scale",
          "specializes",
          "subLayers",
          "suffixSubstitutions",
          "symmetryArguments",
          "symmetryFunction",
          "timeSamples",
          "uniform",
          "variantSet",
          "variantSets",
          "variants",
          "varying");

  private static final Map<String, Specifier> SPECIFIERS =
      Map.of("def", Specifier.DEF, "over", Specifier.OVER, "class", Specifier.CLASS);

  private final Cursor in;
  private final Literals literals;
  private final ValueReader values;
  private final MetadataReader metadata;
  private final PropertyReader properties;
  private final ArcReader arcs;
  private final LayerBuilder layer;

  PrimReader(
      Cursor in,
      Literals literals,
      ValueReader values,
      MetadataReader metadata,
      LayerBuilder layer) {
    this.in = in;
    this.literals = literals;
    this.values = values;
    this.metadata = metadata;
    this.properties = new PropertyReader(in, literals, values, metadata);
    this.arcs = new ArcReader(in, literals, values, metadata);
    this.layer = layer;
  }

  boolean atPrim() {
    return SPECIFIERS.containsKey(literals.peekWord());
  }

  void prim(PrimEditor parent) {
    Specifier specifier = SPECIFIERS.get(literals.word("def, over or class"));
    if (specifier == null) {
      throw in.expected("def, over or class");
    }
    in.separator();
    String type = "";
    if (!literals.atString()) {
      type = typeName();
      type = type.equals("__AnyType__") ? "" : type;
      in.separator();
    }
    int start = in.position();
    String name = literals.string("a prim name");
    if (!Names.isIdentifier(name)) {
      throw in.refuse(start, "a valid prim name");
    }
    if (parent.hasChild(name)) {
      throw in.refuse(start, "a name that no other prim of this parent has");
    }
    PrimEditor prim = layer.prim(parent.path().child(name)).specifier(specifier).typeName(type);
    in.anySpace();
    metadataBlock(prim);
    contents(prim);
  }

  private String typeName() {
    int start = in.position();
    StringBuilder type = new StringBuilder(literals.word("a type name or a prim name"));
    if (KEYWORDS.contains(type.toString())) {
      throw in.refuse(start, "a type name");
    }
    while (true) {
      int end = in.position();
      in.inlineSpace();
      if (!in.take('.')) {
        in.moveTo(end);
        return type.toString();
      }
      in.inlineSpace();
      type.append('.').append(literals.word("a type name"));
    }
  }

  private void metadataBlock(PrimEditor prim) {
    if (in.peek() == '(') {
      Map<String, Value> fields = new TreeMap<>();
      values.block('(', ')', () -> arcs.primItem(prim, fields));
      fields.forEach(prim::metadata);
      in.anySpace();
    }
  }

  private void contents(PrimEditor prim) {
    in.descend();
    in.expect('{');
    in.anySpace();
    while (!in.take('}')) {
      statement(prim);
    }
    in.ascend();
  }

  private void statement(PrimEditor prim) {
    if (atPrim()) {
      prim(prim);
      endOfBlock();
    } else if (literals.peekWord().equals("variantSet")) {
      variantSet(prim);
      endOfBlock();
    } else {
      property(prim);
      if (!in.endOfItem()) {
        throw in.expected("a newline or ';'");
      }
    }
  }

  private void endOfBlock() {
    if (!in.endOfLine()) {
      throw in.expected("a newline behind '}'");
    }
  }

  private void property(PrimEditor prim) {
    ListOp.Edit edit = metadata.takeEdit();
    if (edit == ListOp.Edit.REORDER) {
      if (literals.takeWord("nameChildren")) {
        values.equalSign();
        prim.primOrder(order());
        return;
      }
      if (literals.takeWord("properties")) {
        values.equalSign();
        prim.propertyOrder(metadata.names());
        return;
      }
    }
    properties.property(prim, edit);
  }

  List<String> order() {
    int start = in.position();
    List<String> names = metadata.names();
    if (!names.stream().allMatch(Names::isIdentifier)) {
      throw in.refuse(start, "valid prim names");
    }
    return names;
  }

  private void variantSet(PrimEditor prim) {
    literals.takeWord("variantSet");
    in.separator();
    int start = in.position();
    String set = literals.string("a variant set name");
    if (!Names.isVariantSet(set)) {
      throw in.refuse(start, "a valid variant set name");
    }
    prim.variantBlock(set);
    in.inlineSpace();
    in.expect('=');
    in.anySpace();
    in.descend();
    in.expect('{');
    in.anySpace();
    while (!in.take('}')) {
      variant(prim.path(), set);
    }
    in.ascend();
  }

  private void variant(Path owner, String set) {
    int start = in.position();
    String name = literals.string("a variant name");
    if (!Names.isVariant(name)) {
      throw in.refuse(start, "a valid variant name");
    }
    PrimEditor variant = layer.prim(owner.variant(set, name));
    in.anySpace();
    metadataBlock(variant);
    contents(variant);
    in.anySpace();
  }
}
