package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Relocation;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata that prims, properties and the layer have in common (grammar rule {@code
 * metaItem}).
 */
final class MetadataReader {

  private static final Map<String, ListOp.Edit> EDITS =
      Map.of(
          "delete", ListOp.Edit.DELETE,
          "add", ListOp.Edit.ADD,
          "prepend", ListOp.Edit.PREPEND,
          "append", ListOp.Edit.APPEND,
          "reorder", ListOp.Edit.REORDER);

  private final boolean selectionsInArcs;
  private final Cursor in;
  private final Literals literals;
  private final ValueReader values;

  MetadataReader(Cursor in, Literals literals, ValueReader values, boolean selectionsInArcs) {
    this.selectionsInArcs = selectionsInArcs;
    this.in = in;
    this.literals = literals;
    this.values = values;
  }

  /** The list keyword at this place with the space behind it, or null. */
  ListOp.@Nullable Edit takeEdit() {
    String word = literals.peekWord();
    ListOp.Edit edit = EDITS.get(word);
    if (edit != null) {
      literals.takeWord(word);
      in.separator();
    }
    return edit;
  }

  /**
   * A comment string or {@code name = value}; the name may have been read with its keyword before.
   */
  void item(Map<String, Value> fields) {
    if (literals.atString()) {
      fields.put("comment", new Value.Text(literals.string("a comment")));
      return;
    }
    ListOp.Edit edit = takeEdit();
    int start = in.position();
    field(fields, edit, literals.word("a field name"), start);
  }

  void field(Map<String, Value> fields, ListOp.@Nullable Edit edit, String name, int start) {
    values.equalSign();
    if (edit != null) {
      listEdit(fields, edit, name, start);
      return;
    }
    String field = name.equals("doc") ? "documentation" : name;
    int valueStart = in.position();
    Value value = fieldValue(field);
    if (!value.isBlock() && !FieldTypes.accepts(field, value)) {
      throw in.refuse(valueStart, FieldTypes.kind(field).description() + " for " + name);
    }
    fields.put(field, value);
  }

  private Value fieldValue(String field) {
    if (in.peek() == '{') {
      boolean pairs = FieldTypes.kind(field) == FieldTypes.Kind.SUBSTITUTIONS;
      return pairs ? substitutions() : values.dictionary();
    }
    if (field.equals("symmetryFunction") && !literals.atWord()) {
      return new Value.Word("");
    }
    Value value = values.value();
    if (value instanceof Value.Word(String word)) {
      if (word.equals("None")) {
        return Value.Block.BLOCK;
      }
    }
    if (FieldTypes.kind(field) == FieldTypes.Kind.BOOL && !(value instanceof Value.Text)) {
      ValueType bool = ValueType.of("bool");
      Value converted = bool == null ? null : bool.convert(value, false);
      return converted == null ? value : converted;
    }
    return value;
  }

  private Value substitutions() {
    TreeMap<String, Value> pairs = new TreeMap<>();
    values.list(
        '{',
        '}',
        () -> {
          String from = literals.string("a string");
          colon();
          Value to = new Value.Text(literals.string("a string"));
          return pairs.put(from, new Value.Tuple(List.of(new Value.Text(from), to)));
        });
    return new Value.Array(List.copyOf(pairs.values()));
  }

  private void listEdit(Map<String, Value> fields, ListOp.Edit edit, String name, int start) {
    if (FieldTypes.kind(name) != FieldTypes.Kind.ANY) {
      throw in.refuse(start, "a field that is a list");
    }
    List<Value> items = List.of();
    if (!literals.takeWord("None")) {
      items = values.array().asList();
    }
    ListOp<Value> before =
        fields.get(name) instanceof Value.ListEdit(ListOp<Value> op) ? op : ListOp.none();
    fields.put(name, new Value.ListEdit(before.with(edit, distinct(items, start))));
  }

  /** One string, or several in brackets. */
  List<String> names() {
    if (literals.atString()) {
      return List.of(literals.string("a name"));
    }
    int start = in.position();
    List<String> names = values.list('[', ']', () -> literals.string("a name"));
    if (names.isEmpty()) {
      throw in.refuse(start, "at least one name");
    }
    return names;
  }

  /**
   * {@code None}, one path, or several in brackets. {@code None} and {@code []} are not allowed
   * behind a list keyword.
   */
  List<Path> paths(Path anchor, ListOp.@Nullable Edit edit, String what) {
    int start = in.position();
    List<Path> paths = List.of();
    if (literals.atPath()) {
      paths = List.of(literals.path(what, anchor));
    } else if (!literals.takeWord("None")) {
      paths = values.list('[', ']', () -> literals.path(what, anchor));
    }
    if (paths.isEmpty() && edit != null) {
      throw in.refuse(start, "at least one path behind a list keyword");
    }
    return distinct(paths, start);
  }

  /** True for a path that an arc may have: a prim's, without variant selections. */
  boolean isArcTarget(Path path) {
    return selectionsInArcs
        ? path.isPrim() || path.isVariant()
        : path.isPrim() && !path.hasVariantSelections();
  }

  <T> List<T> distinct(List<T> items, int start) {
    if (new LinkedHashSet<>(items).size() != items.size()) {
      throw in.refuse(start, "each item only once");
    }
    return items;
  }

  /** The relocations of a layer. */
  List<Relocation> relocations() {
    List<Relocation> relocations = new ArrayList<>();
    values.list('{', '}', () -> relocations.add(relocation()));
    return relocations;
  }

  private Relocation relocation() {
    Path source = relocationPath();
    colon();
    int target = in.position();
    if (literals.pathText("a target path").isEmpty()) {
      return new Relocation(source, null);
    }
    in.moveTo(target);
    return new Relocation(source, relocationPath());
  }

  private void colon() {
    in.inlineSpace();
    in.expect(':');
    in.inlineSpace();
  }

  private Path relocationPath() {
    int start = in.position();
    Path path = literals.path("a prim path", Path.ROOT);
    if (!isArcTarget(path)) {
      throw in.refuse(start, "a prim path without variant selections");
    }
    return path;
  }

  /** The relocations of a prim, which have no effect and are kept in the order of their sources. */
  Value primRelocations(Path anchor) {
    TreeMap<Path, Value> pairs = new TreeMap<>();
    values.list(
        '{', '}', () -> pairs.put(primRelocationPath(anchor), primRelocationTarget(anchor)));
    List<Value> list = new ArrayList<>();
    pairs.forEach(
        (source, target) ->
            list.add(new Value.Tuple(List.of(new Value.PathText(source.toString()), target))));
    return new Value.Array(list);
  }

  private Path primRelocationPath(Path anchor) {
    int start = in.position();
    Path path = literals.path("a prim path", anchor);
    if (!isArcTarget(path)) {
      throw in.refuse(start, "a prim path without variant selections");
    }
    return path;
  }

  private Value primRelocationTarget(Path anchor) {
    colon();
    int start = in.position();
    if (literals.pathText("a target path").isEmpty()) {
      return new Value.PathText("");
    }
    in.moveTo(start);
    return new Value.PathText(primRelocationPath(anchor).toString());
  }
}
