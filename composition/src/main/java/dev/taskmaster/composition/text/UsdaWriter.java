package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.Relocation;
import dev.taskmaster.composition.layer.SubLayer;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the canonical text of a layer (chapter 3.4): the same layer gives the same bytes, and
 * reading them gives the same layer.
 */
public final class UsdaWriter {

  private final Layer layer;
  private final Lines out = new Lines();
  private final FieldWriter fields = new FieldWriter(out);
  private final PropertyWriter properties = new PropertyWriter(out, fields);

  private UsdaWriter(Layer layer) {
    this.layer = layer;
  }

  public static String write(Layer layer) {
    return new UsdaWriter(layer).text();
  }

  private String text() {
    out.line("#" + (layer.format().startsWith("sdf") ? "sdf 1.4.32" : "usda 1.0"));
    layerMetadata();
    PrimSpec root = layer.root();
    if (root.primOrder() != null) {
      out.line("");
      out.line("reorder rootPrims = " + Literal.names(root.primOrder()));
    }
    for (String child : root.children()) {
      out.line("");
      prim(spec(Path.ROOT.child(child)));
    }
    out.line("");
    return out.toString();
  }

  private void layerMetadata() {
    SortedMap<String, @Nullable Runnable> entries = new TreeMap<>();
    Value comment = layer.root().metadata().get("comment");
    fields.entries(Path.ROOT, layer.root().metadata(), entries);
    entries.remove("relocates");
    if (!layer.subLayers().isEmpty()) {
      entries.put("subLayers", this::subLayers);
    }
    boolean relocates =
        !layer.relocations().isEmpty() || layer.root().metadata().containsKey("relocates");
    if (entries.isEmpty() && comment == null && !relocates) {
      return;
    }
    out.line("(");
    out.indent();
    fields.comment(comment);
    entries.values().forEach(entry -> Objects.requireNonNull(entry).run());
    if (relocates) {
      relocations();
    }
    out.outdent();
    out.line(")");
  }

  private void subLayers() {
    List<String> items = new ArrayList<>();
    for (SubLayer subLayer : layer.subLayers()) {
      items.add(
          Literal.asset(subLayer.asset()) + Literal.retiming(subLayer.offset(), subLayer.scale()));
    }
    out.list("subLayers = ", items, false);
  }

  private void relocations() {
    List<String> pairs = new ArrayList<>();
    for (Relocation relocation : layer.relocations()) {
      pairs.add(
          "<"
              + relocation.source()
              + ">: <"
              + (relocation.target() == null ? "" : relocation.target())
              + ">");
    }
    out.pairs("relocates = ", pairs);
  }

  private PrimSpec spec(Path path) {
    PrimSpec spec = layer.prim(path);
    if (spec == null) {
      throw new IllegalStateException(
          "layer " + layer.identifier() + " lists " + path + " but has no spec for it");
    }
    return spec;
  }

  private void prim(PrimSpec prim) {
    String type = prim.typeName().isEmpty() ? "" : prim.typeName() + " ";
    String head = prim.specifier().word() + " " + type + Literal.string(prim.path().name());
    if (primMetadata(prim, head)) {
      out.line(")");
    } else {
      out.line(head);
    }
    out.line("{");
    out.indent();
    contents(prim);
    out.outdent();
    out.line("}");
  }

  /**
   * Writes the head and what follows in parentheses; false if there is nothing to write, and then
   * nothing was written.
   */
  private boolean primMetadata(PrimSpec prim, String head) {
    SortedMap<String, @Nullable Runnable> entries = new TreeMap<>();
    fields.entries(prim.path(), prim.metadata(), entries);
    Value comment = prim.metadata().get("comment");
    fields.arcs(prim, entries);
    if (entries.isEmpty() && comment == null) {
      return false;
    }
    out.line(head + " (");
    out.indent();
    fields.comment(comment);
    entries.values().forEach(entry -> Objects.requireNonNull(entry).run());
    out.outdent();
    return true;
  }

  private void contents(PrimSpec prim) {
    int start = out.count();
    if (prim.propertyOrder() != null) {
      out.line("reorder properties = " + Literal.names(prim.propertyOrder()));
    }
    if (prim.primOrder() != null) {
      out.line("reorder nameChildren = " + Literal.names(prim.primOrder()));
    }
    for (String name : prim.properties().stream().sorted(Literal.BY_DICTIONARY).toList()) {
      properties.write(Objects.requireNonNull(layer.property(prim.path().property(name))));
    }
    for (String child : prim.children()) {
      if (out.count() > start) {
        out.line("");
      }
      prim(spec(prim.path().child(child)));
    }
    for (Map.Entry<String, List<String>> block : prim.variants().entrySet()) {
      if (out.count() > start && !prim.children().isEmpty()) {
        out.line("");
      }
      variantSet(prim.path(), block.getKey(), block.getValue());
    }
  }

  private void variantSet(Path owner, String set, List<String> variants) {
    out.line("variantSet " + Literal.string(set) + " = {");
    out.indent();
    for (String name : variants.stream().sorted().toList()) {
      PrimSpec variant = spec(owner.variant(set, name));
      String head = Literal.string(name);
      out.line(primMetadata(variant, head) ? ") {" : head + " {");
      out.indent();
      contents(variant);
      out.outdent();
      out.line("");
      out.line("}");
    }
    out.outdent();
    out.line("}");
  }
}
