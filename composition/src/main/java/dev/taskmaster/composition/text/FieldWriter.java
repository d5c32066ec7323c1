package dev.taskmaster.composition.text;

import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import dev.taskmaster.composition.layer.Reference;
import dev.taskmaster.composition.layer.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes metadata: plain fields, dictionaries, list edits and the arcs of prims. */
final class FieldWriter {

  private static final ListOp.Edit[] ORDER = {
    ListOp.Edit.EXPLICIT,
    ListOp.Edit.DELETE,
    ListOp.Edit.ADD,
    ListOp.Edit.PREPEND,
    ListOp.Edit.APPEND,
    ListOp.Edit.REORDER
  };

  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_]\\w*(:[A-Za-z_]\\w*)*");

  private final Lines out;

  FieldWriter(Lines out) {
    this.out = out;
  }

  void comment(@Nullable Value comment) {
    if (comment != null) {
      out.line(Literal.value(comment, ""));
    }
  }

  /** One writer per field, by the name that is written. The comment is written by itself. */
  void entries(
      Path owner,
      SortedMap<String, Value> metadata,
      SortedMap<String, @Nullable Runnable> entries) {
    metadata.forEach(
        (field, value) -> {
          if (!field.equals("comment")) {
            String name = field.equals("documentation") ? "doc" : field;
            entries.put(field, () -> entry(owner, name, value));
          }
        });
  }

  private void entry(Path owner, String name, Value value) {
    switch (value) {
      case Value.Dictionary dictionary -> dictionary(name + " = ", dictionary);
      case Value.ListEdit(ListOp<Value> op) ->
          edits(
              op,
              (keyword, items) ->
                  out.line(keyword + name + " = " + Literal.value(new Value.Array(items), "")));
      case Value.Array(List<Value> pairs) when name.equals("relocates") ->
          out.pairs(
              name + " = ", pairs.stream().map(pair -> relocation(owner, pair)).sorted().toList());
      case Value.Array(List<Value> pairs) when name.endsWith("Substitutions") ->
          out.pairs(name + " = ", pairs.stream().map(FieldWriter::substitution).toList());
      default -> out.line(name + " = " + Literal.value(value, ""));
    }
  }

  private static List<Value> pair(Value pair) {
    if (!(pair instanceof Value.Tuple(List<Value> items)) || items.size() != 2) {
      throw new IllegalArgumentException("expected a pair, not " + pair);
    }
    return items;
  }

  private static String substitution(Value pair) {
    return Literal.value(pair(pair).get(0), "") + ": " + Literal.value(pair(pair).get(1), "");
  }

  private static String relocation(Path owner, Value pair) {
    return relative(owner, pair(pair).get(0)) + ": " + relative(owner, pair(pair).get(1));
  }

  /** The path as seen from the prim that relocates, which is how the real tools write it. */
  private static String relative(Path owner, Value value) {
    if (!(value instanceof Value.PathText(String text)) || text.isEmpty()) {
      return "<>";
    }
    Path path = Path.parse(text);
    Path common = owner.stripVariants();
    StringBuilder up = new StringBuilder();
    while (!path.hasPrefix(common)) {
      common = common.parent();
      up.append("../");
    }
    String down = path.toString().substring(common.isRoot() ? 1 : common.toString().length());
    return "<" + up + (down.startsWith("/") ? down.substring(1) : down) + ">";
  }

  void dictionary(String head, Value.Dictionary dictionary) {
    out.line(head + "{");
    out.indent();
    Map<String, Value.Entry> sorted = new TreeMap<>(dictionary.entries());
    sorted.forEach((key, entry) -> dictionaryEntry(key, entry));
    out.outdent();
    out.line("}");
  }

  private void dictionaryEntry(String key, Value.Entry entry) {
    String name = PLAIN_KEY.matcher(key).matches() ? key : Literal.string(key);
    String head = entry.type() + " " + name + " = ";
    if (entry.value() instanceof Value.Dictionary nested) {
      dictionary(head, nested);
    } else {
      out.line(head + Literal.value(entry.value(), entry.type()));
    }
  }

  void arcs(PrimSpec prim, SortedMap<String, @Nullable Runnable> entries) {
    if (!prim.references().isNone()) {
      entries.put(
          "references",
          () ->
              edits(
                  prim.references(),
                  (keyword, items) -> references(keyword + "references = ", items)));
    }
    if (!prim.payloads().isNone()) {
      entries.put(
          "payload",
          () ->
              edits(
                  prim.payloads(), (keyword, items) -> references(keyword + "payload = ", items)));
    }
    if (!prim.inherits().isNone()) {
      entries.put(
          "inheritPaths",
          () ->
              edits(
                  prim.inherits(),
                  (keyword, items) -> paths(keyword + "inherits = ", items, false)));
    }
    if (!prim.specializes().isNone()) {
      entries.put(
          "specializes",
          () ->
              edits(
                  prim.specializes(),
                  (keyword, items) -> paths(keyword + "specializes = ", items, false)));
    }
    if (!prim.variantSets().isNone()) {
      entries.put(
          "variantSetNames",
          () ->
              edits(
                  prim.variantSets(),
                  (keyword, items) -> out.line(keyword + "variantSets = " + Literal.names(items))));
    }
    if (!prim.selections().isEmpty()) {
      entries.put("variantSelection", () -> selections(prim.selections()));
    }
  }

  private void selections(Map<String, String> selections) {
    out.line("variants = {");
    out.indent();
    new TreeMap<>(selections)
        .forEach((set, variant) -> out.line("string " + set + " = " + Literal.string(variant)));
    out.outdent();
    out.line("}");
  }

  /** Calls the writer once per list that is there, with the list's keyword and a space. */
  static <T> void edits(ListOp<T> op, BiConsumer<String, List<T>> writer) {
    for (ListOp.Edit edit : ORDER) {
      List<T> items = op.items(edit);
      if (items != null) {
        writer.accept(
            edit == ListOp.Edit.EXPLICIT
                ? ""
                : edit.name().toLowerCase(java.util.Locale.ROOT) + " ",
            items);
      }
    }
  }

  void paths(String head, List<Path> paths, boolean trailingComma) {
    if (paths.isEmpty()) {
      out.line(head + "None");
    } else if (paths.size() == 1) {
      out.line(head + "<" + paths.getFirst() + ">");
    } else {
      out.list(head, paths.stream().map(path -> "<" + path + ">").toList(), trailingComma);
    }
  }

  private void references(String head, List<Reference> references) {
    boolean plain = references.stream().allMatch(each -> each.customData().entries().isEmpty());
    if (references.isEmpty()) {
      out.line(head + "None");
    } else if (plain && references.size() == 1) {
      out.line(head + target(references.getFirst()) + retiming(references.getFirst()));
    } else if (plain) {
      List<String> items = new ArrayList<>();
      references.forEach(each -> items.add(target(each) + retiming(each)));
      out.list(head, items, false);
    } else {
      longReferences(head, references);
    }
  }

  private void longReferences(String head, List<Reference> references) {
    out.line(head + "[");
    out.indent();
    for (int i = 0; i < references.size(); i++) {
      Reference reference = references.get(i);
      String comma = i < references.size() - 1 ? "," : "";
      if (reference.customData().entries().isEmpty()) {
        out.line(target(reference) + retiming(reference) + comma);
        continue;
      }
      out.line(target(reference) + " (");
      out.indent();
      if (reference.offset() != 0) {
        out.line("offset = " + Literal.real(reference.offset()));
      }
      if (reference.scale() != 1) {
        out.line("scale = " + Literal.real(reference.scale()));
      }
      dictionary("customData = ", reference.customData());
      out.outdent();
      out.line(")" + comma);
    }
    out.outdent();
    out.line("]");
  }

  private static String target(Reference reference) {
    String asset = reference.isInternal() ? "" : Literal.asset(reference.asset());
    if (reference.prim() != null) {
      return asset + "<" + reference.prim() + ">";
    }
    return asset.isEmpty() ? "<>" : asset;
  }

  private static String retiming(Reference reference) {
    return Literal.retiming(reference.offset(), reference.scale());
  }
}
