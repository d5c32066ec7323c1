package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.AttributeSpec;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PropertySpec;
import dev.taskmaster.composition.layer.RelationshipSpec;
import dev.taskmaster.composition.layer.Value;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes attributes and relationships. */
final class PropertyWriter {

  private final Lines out;
  private final FieldWriter fields;

  PropertyWriter(Lines out, FieldWriter fields) {
    this.out = out;
    this.fields = fields;
  }

  void write(PropertySpec spec) {
    switch (spec) {
      case AttributeSpec attribute -> attribute(attribute);
      case RelationshipSpec relationship -> relationship(relationship);
    }
  }

  private void attribute(AttributeSpec spec) {
    String variability = spec.variability().equals("varying") ? "" : spec.variability() + " ";
    String name = variability + spec.typeName() + " " + spec.path().name();
    boolean only = spec.samples() == null && spec.paths().isNone();
    if (spec.custom() || spec.defaultValue() != null || !spec.metadata().isEmpty() || only) {
      String value =
          spec.defaultValue() == null
              ? ""
              : " = " + Literal.value(spec.defaultValue(), spec.typeName());
      metadata((spec.custom() ? "custom " : "") + name + value, spec.metadata());
    }
    if (spec.samples() != null) {
      out.line(name + ".timeSamples = {");
      out.indent();
      for (AttributeSpec.Sample sample : spec.samples()) {
        out.line(
            Literal.real(sample.time())
                + ": "
                + Literal.value(sample.value(), spec.typeName())
                + ",");
      }
      out.outdent();
      out.line("}");
    }
    FieldWriter.edits(
        spec.paths(),
        (keyword, paths) -> fields.paths(keyword + name + ".connect = ", paths, true));
  }

  private void relationship(RelationshipSpec spec) {
    String name = (spec.varying() ? "varying " : "") + "rel " + spec.path().name();
    String custom = spec.custom() ? "custom " : "";
    SortedMap<String, Value> metadata = new TreeMap<>(spec.metadata());
    Value fallback = metadata.remove("default");
    ListOp<Path> op = spec.paths();
    if (op.isExplicit()) {
      out.hold();
      fields.paths(custom + name + " = ", Objects.requireNonNull(op.explicit()), true);
      metadata(out.release(), metadata);
    } else if (spec.custom() || !metadata.isEmpty() || op.isNone()) {
      metadata(custom + name, metadata);
    }
    if (!op.isExplicit()) {
      FieldWriter.edits(op, (keyword, paths) -> fields.paths(keyword + name + " = ", paths, true));
    }
    if (fallback != null) {
      out.line(name + ".default = " + Literal.value(fallback, "") + "    ");
    }
  }

  private void metadata(String head, SortedMap<String, Value> metadata) {
    if (metadata.isEmpty()) {
      out.line(head);
      return;
    }
    SortedMap<String, @Nullable Runnable> entries = new TreeMap<>();
    fields.entries(Path.ROOT, metadata, entries);
    out.line(head + " (");
    out.indent();
    fields.comment(metadata.get("comment"));
    entries.values().forEach(entry -> Objects.requireNonNull(entry).run());
    out.outdent();
    out.line(")");
  }
}
