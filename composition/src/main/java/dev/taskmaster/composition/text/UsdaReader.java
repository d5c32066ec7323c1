package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.LayerBuilder;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.Relocation;
import dev.taskmaster.composition.layer.SubLayer;
import dev.taskmaster.composition.layer.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the text of a layer (chapter 3). A text that breaks one rule is refused as a whole. */
public final class UsdaReader {

  private final Cursor in;
  private final Literals literals;
  private final ValueReader values;
  private final MetadataReader metadata;
  private final LayerBuilder layer;
  private final PrimReader prims;

  private UsdaReader(String identifier, String text, ReadOptions options) {
    in = new Cursor(identifier, text, options.limits());
    literals = new Literals(in);
    values = new ValueReader(in, literals);
    metadata = new MetadataReader(in, literals, values, options.selectionsInArcs());
    layer = Layer.builder(identifier);
    prims = new PrimReader(in, literals, values, metadata, layer);
  }

  /**
   * Reads a layer.
   *
   * @throws UsdaSyntaxException if the text is not a valid layer
   */
  public static Layer read(String identifier, String text) {
    return read(identifier, text, ReadOptions.STRICT);
  }

  /**
   * Reads a layer within the given limits and with the given strictness.
   *
   * @throws UsdaSyntaxException if the text is not a valid layer or exceeds a limit
   */
  public static Layer read(String identifier, String text, ReadOptions options) {
    return new UsdaReader(identifier, text, options).layer();
  }

  private Layer layer() {
    header();
    in.anySpace();
    if (in.peek() == '(') {
      Map<String, Value> fields = new TreeMap<>();
      values.block('(', ')', () -> layerItem(fields));
      fields.forEach(layer::metadata);
      in.anySpace();
    }
    while (!in.atEnd()) {
      rootStatement(layer.root());
    }
    return layer.build();
  }

  private void header() {
    String format = in.take("#usda ") ? "usda" : in.take("#sdf ") ? "sdf" : "";
    if (format.isEmpty()) {
      throw in.expected("#usda 1.0");
    }
    int start = in.position();
    while (!in.atEnd() && in.peek() != '\n' && in.peek() != '\r') {
      in.next();
    }
    String version = in.since(start).strip().split("\\s", 2)[0];
    if (!version.matches("\\d+(\\.\\d+)*")) {
      throw in.refuse(start, "a version number");
    }
    layer.format(format + " " + version);
  }

  private void rootStatement(PrimEditor root) {
    if (literals.takeWord("reorder")) {
      in.separator();
      if (!literals.takeWord("rootPrims")) {
        throw in.expected("rootPrims");
      }
      values.equalSign();
      root.primOrder(prims.order());
      if (!in.endOfItem() && !in.atEnd()) {
        throw in.expected("a newline or ';'");
      }
      return;
    }
    prims.prim(root);
    if (!in.endOfLine() && !in.atEnd()) {
      throw in.expected("a newline behind '}'");
    }
  }

  private void layerItem(Map<String, Value> fields) {
    switch (literals.peekWord()) {
      case "subLayers" -> {
        literals.takeWord("subLayers");
        values.equalSign();
        int start = in.position();
        List<SubLayer> subLayers = values.list('[', ']', this::subLayer);
        metadata.distinct(subLayers.stream().map(SubLayer::asset).toList(), start);
        layer.subLayers(subLayers);
      }
      case "relocates" -> {
        literals.takeWord("relocates");
        values.equalSign();
        layer.clearRelocations();
        for (Relocation relocation : metadata.relocations()) {
          layer.relocate(relocation.source(), relocation.target());
        }
        fields.put("relocates", Value.Dictionary.EMPTY);
      }
      default -> metadata.item(fields);
    }
  }

  private SubLayer subLayer() {
    int start = in.position();
    if (!literals.atAsset()) {
      throw in.expected("an asset path");
    }
    String asset = literals.asset();
    if (asset.isEmpty()) {
      throw in.refuse(start, "an asset path that is not empty");
    }
    int end = in.position();
    in.inlineSpace();
    if (in.peek() != '(') {
      in.moveTo(end);
      return SubLayer.of(asset);
    }
    ArcReader.Retiming retiming = new ArcReader.Retiming(false);
    values.block('(', ')', () -> retiming.item(in, literals, values));
    return new SubLayer(asset, retiming.offset, retiming.scale);
  }
}
