package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.AttributeSpec;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimEditor;
import dev.taskmaster.composition.layer.PropertySpec;
import dev.taskmaster.composition.layer.RelationshipSpec;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads attribute and relationship statements (grammar rule {@code property}) and merges repeated
 * ones.
 */
final class PropertyReader {

  private final Cursor in;
  private final Literals literals;
  private final ValueReader values;
  private final MetadataReader metadata;

  PropertyReader(Cursor in, Literals literals, ValueReader values, MetadataReader metadata) {
    this.in = in;
    this.literals = literals;
    this.values = values;
    this.metadata = metadata;
  }

  /** One statement; a list keyword, if there was one, has been read. */
  void property(PrimEditor prim, ListOp.@Nullable Edit edit) {
    boolean custom = modifier("custom");
    boolean varying = modifier("varying");
    if (literals.takeWord("rel")) {
      in.separator();
      relationship(prim, edit, custom, varying);
      return;
    }
    if (varying) {
      throw in.expected("rel");
    }
    String variability =
        modifier("uniform") ? "uniform" : modifier("config") ? "config" : "varying";
    attribute(prim, edit, custom, variability);
  }

  private boolean modifier(String word) {
    if (!literals.takeWord(word)) {
      return false;
    }
    in.separator();
    return true;
  }

  private void relationship(
      PrimEditor prim, ListOp.@Nullable Edit edit, boolean custom, boolean varying) {
    int start = in.position();
    String name = literals.propertyName();
    PropertySpec before = prim.property(name);
    if (before instanceof AttributeSpec) {
      throw in.refuse(start, "a name that is not already an attribute");
    }
    RelationshipSpec known = (RelationshipSpec) before;
    ListOp<Path> targets = known == null ? ListOp.none() : known.paths();
    TreeMap<String, Value> fields =
        known == null ? new TreeMap<>() : new TreeMap<>(known.metadata());
    int end = in.position();
    in.inlineSpace();
    if (in.peek() == '=') {
      values.equalSign();
      targets = withPaths(targets, edit, prim.path(), "a target path");
      end = in.position();
      in.inlineSpace();
    } else if (edit == null && in.take('.')) {
      in.inlineSpace();
      if (!literals.takeWord("default")) {
        throw in.expected("default");
      }
      values.equalSign();
      fields.put("default", new Value.PathText(literals.path("a path", anchor(prim)).toString()));
      end = in.position();
    } else if (edit == null && in.take('[')) {
      in.inlineSpace();
      literals.path("a target path", anchor(prim));
      in.inlineSpace();
      in.expect(']');
      end = in.position();
    }
    in.moveTo(end);
    if (edit == null) {
      block(fields);
    }
    boolean isCustom = custom || (known != null && known.custom());
    boolean isVarying = varying || (known != null && known.varying());
    prim.property(
        new RelationshipSpec(prim.path().property(name), isCustom, isVarying, targets, fields));
  }

  private static Path anchor(PrimEditor prim) {
    return prim.path();
  }

  private ListOp<Path> withPaths(
      ListOp<Path> before, ListOp.@Nullable Edit edit, Path anchor, String what) {
    int start = in.position();
    List<Path> paths = metadata.paths(anchor, edit, what);
    for (Path path : paths) {
      if (path.hasVariantSelections() || path.isRoot()) {
        throw in.refuse(start, what + " to a prim or property, without variant selections");
      }
    }
    return before.with(edit == null ? ListOp.Edit.EXPLICIT : edit, paths);
  }

  private void attribute(
      PrimEditor prim, ListOp.@Nullable Edit edit, boolean custom, String variability) {
    int start = in.position();
    String type = literals.typeName();
    if (PrimReader.KEYWORDS.contains(type)) {
      throw in.refuse(start, "a type name");
    }
    boolean array = values.arrayBrackets();
    String typeName = array ? type + "[]" : type;
    in.separator();
    int nameStart = in.position();
    String name = literals.propertyName();
    AttributeSpec known = known(prim, name, typeName, variability, nameStart);
    boolean isCustom = custom || (known != null && known.custom());
    Value value = known == null ? null : known.defaultValue();
    List<AttributeSpec.Sample> samples = known == null ? null : known.samples();
    ListOp<Path> connections = known == null ? ListOp.none() : known.paths();
    TreeMap<String, Value> fields =
        known == null ? new TreeMap<>() : new TreeMap<>(known.metadata());
    int end = in.position();
    in.inlineSpace();
    if (in.take('.')) {
      in.inlineSpace();
      if (literals.takeWord("connect")) {
        values.equalSign();
        connections = withPaths(connections, edit, prim.path(), "a connection path");
      } else if (edit == null && literals.takeWord("timeSamples")) {
        values.equalSign();
        samples = samples(type, array);
      } else {
        throw in.expected(edit == null ? "connect or timeSamples" : "connect");
      }
    } else if (edit != null) {
      throw in.expected(".connect behind a list keyword");
    } else {
      if (in.peek() == '=') {
        values.equalSign();
        value = value(type, array);
        end = in.position();
      }
      in.moveTo(end);
      block(fields);
    }
    prim.property(
        new AttributeSpec(
            prim.path().property(name),
            typeName,
            variability,
            isCustom,
            value,
            samples,
            connections,
            fields));
  }

  private @Nullable AttributeSpec known(
      PrimEditor prim, String name, String typeName, String variability, int start) {
    PropertySpec before = prim.property(name);
    if (before instanceof RelationshipSpec) {
      throw in.refuse(start, "a name that is not already a relationship");
    }
    AttributeSpec known = (AttributeSpec) before;
    if (known != null && !known.typeName().equals(typeName)) {
      throw in.refuse(start, "the type " + known.typeName() + " that was declared before");
    }
    if (known != null && !known.variability().equals(variability)) {
      throw in.refuse(
          start, "the variability " + known.variability() + " that was declared before");
    }
    return known;
  }

  private Value value(String type, boolean array) {
    int start = in.position();
    Value raw = values.value();
    if (raw instanceof Value.Word(String word) && word.equals("None")) {
      return Value.Block.BLOCK;
    }
    return values.convert(type, array, raw, start);
  }

  private List<AttributeSpec.Sample> samples(String type, boolean array) {
    TreeMap<Double, Value> byTime = new TreeMap<>();
    in.descend();
    values.list('{', '}', () -> byTime.put(sampleTime(), value(type, array)));
    in.ascend();
    List<AttributeSpec.Sample> samples = new ArrayList<>();
    byTime.forEach((time, value) -> samples.add(new AttributeSpec.Sample(time, value)));
    return samples;
  }

  private double sampleTime() {
    Value time = literals.number();
    if (time == null) {
      throw in.expected("a time");
    }
    in.inlineSpace();
    in.expect(':');
    in.inlineSpace();
    return time.asDouble();
  }

  private void block(TreeMap<String, Value> fields) {
    int end = in.position();
    in.inlineSpace();
    if (in.peek() == '(') {
      values.block('(', ')', () -> metadata.item(fields));
    } else {
      in.moveTo(end);
    }
  }
}
