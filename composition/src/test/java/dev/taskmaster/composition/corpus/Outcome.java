package dev.taskmaster.composition.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.Prim;
import dev.taskmaster.composition.SpecSite;
import dev.taskmaster.composition.Stage;
import dev.taskmaster.composition.layer.Value;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A composed stage and an expectation in one form, field by field, so that they can be compared
 * (appendix B).
 */
final class Outcome {

  private final Map<String, Object> fields = new TreeMap<>();

  private Outcome() {}

  Map<String, Object> fields() {
    return fields;
  }

  /** What the corpus says; absent keys mean empty. */
  static Outcome expected(JsonNode expected) {
    Outcome outcome = new Outcome();
    outcome.put("layerStack", texts(expected.get("layerStack")));
    TreeSet<String> paths = new TreeSet<>();
    for (JsonNode prim : expected.get("prims")) {
      String path = prim.get("path").asText();
      paths.add(path);
      outcome.put(path + " primStack", sites(prim.get("primStack")));
      outcome.put(path + " variantSelections", map(prim.get("variantSelections")));
      outcome.put(path + " children", texts(prim.get("children")));
      outcome.put(
          path + " prohibitedChildren", new TreeSet<>(texts(prim.get("prohibitedChildren"))));
      outcome.put(path + " properties", texts(prim.get("properties")));
      each(
          prim.get("propertyStacks"),
          (property, stack) -> outcome.put(property + " stack", sites(stack)));
      each(
          prim.get("relationshipTargets"),
          (property, list) -> outcome.put(property + " targets", texts(list)));
      each(
          prim.get("attributeConnections"),
          (property, list) -> outcome.put(property + " targets", texts(list)));
      each(
          prim.get("deletedTargets"),
          (property, list) -> outcome.put(property + " deleted", new TreeSet<>(texts(list))));
      each(
          prim.get("values"),
          (property, value) -> {
            if (!value.isNull()) {
              outcome.put(property + " value", value.asText());
            }
          });
      if (prim.has("specifier")) {
        outcome.fields.put(path + " specifier", prim.get("specifier").asText());
      }
    }
    outcome.put("prims", paths);
    each(
        expected.get("errors"),
        (path, errors) -> {
          TreeSet<String> kinds = new TreeSet<>();
          errors.forEach(error -> kinds.add(error.get("kind").asText()));
          outcome.put(path + " errors", kinds);
        });
    return outcome;
  }

  /** What the library says. Only fields that the corpus can hold are asked for. */
  static Outcome composed(Stage stage, Path folder, JsonNode expected) {
    Outcome outcome = new Outcome();
    outcome.put(
        "layerStack", stage.layerStack().stream().map(layer -> short_(layer, folder)).toList());
    JsonNode dumpPath = expected.path("options").path("dumpPath");
    boolean examples = !expected.has("root");
    TreeSet<String> paths = new TreeSet<>();
    for (Prim prim : allPrims(stage)) {
      if (dumpPath.isTextual() && !prim.path().toString().equals(dumpPath.asText())) {
        continue;
      }
      paths.add(prim.path().toString());
      outcome.add(prim, folder, examples);
    }
    outcome.put("prims", paths);
    Map<String, TreeSet<String>> errors = new TreeMap<>();
    for (CompositionError error : stage.errors()) {
      String key = error.prim() == null ? "@layerStack" : error.prim().toString();
      errors.computeIfAbsent(key, unused -> new TreeSet<>()).add(error.kind().wireName());
    }
    errors.forEach((path, kinds) -> outcome.put(path + " errors", kinds));
    return outcome;
  }

  private void add(Prim prim, Path folder, boolean examples) {
    String path = prim.path().toString();
    put(path + " primStack", sites(prim.primStack(), folder));
    put(path + " variantSelections", new TreeMap<>(prim.variantSelections()));
    put(path + " children", prim.childNames());
    put(path + " prohibitedChildren", new TreeSet<>(prim.prohibitedChildNames()));
    put(path + " properties", prim.propertyNames());
    for (String name : prim.propertyNames()) {
      String property = path + "." + name;
      put(property + " stack", sites(prim.propertyStack(name), folder));
      put(property + " targets", prim.targets(name).stream().map(Object::toString).toList());
      TreeSet<String> deleted = new TreeSet<>();
      prim.deletedTargets(name).forEach(target -> deleted.add(target.toString()));
      put(property + " deleted", deleted);
      if (examples) {
        prim.value(name).ifPresent(value -> put(property + " value", plain(value)));
      }
    }
    if (examples) {
      put(path + " specifier", prim.specifier().word());
    }
  }

  /** Every composed prim, whether used or not, parents first. */
  private static List<Prim> allPrims(Stage stage) {
    List<Prim> found = new ArrayList<>();
    Deque<Prim> waiting = new ArrayDeque<>(stage.root().children().reversed());
    while (!waiting.isEmpty()) {
      Prim prim = waiting.pollLast();
      found.add(prim);
      prim.children().reversed().forEach(waiting::addLast);
    }
    return found;
  }

  private void put(String field, Object value) {
    boolean empty =
        value instanceof java.util.Collection<?> items && items.isEmpty()
            || value instanceof Map<?, ?> map && map.isEmpty();
    if (!empty) {
      fields.put(field, value);
    }
  }

  private static List<String> sites(List<SpecSite> sites, Path folder) {
    return sites.stream().map(site -> short_(site.layer(), folder) + " " + site.path()).toList();
  }

  private static String short_(String identifier, Path folder) {
    return folder.relativize(Path.of(identifier)).toString().replace('\\', '/');
  }

  private static List<String> sites(JsonNode sites) {
    List<String> texts = new ArrayList<>();
    if (sites != null) {
      sites.forEach(site -> texts.add(site.get(0).asText() + " " + site.get(1).asText()));
    }
    return texts;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    if (list != null) {
      list.forEach(text -> texts.add(text.asText()));
    }
    return texts;
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new TreeMap<>();
    each(node, (key, value) -> map.put(key, value.asText()));
    return map;
  }

  private static void each(JsonNode node, java.util.function.BiConsumer<String, JsonNode> visitor) {
    if (node != null) {
      node.properties().forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Int number -> String.valueOf(number.value());
      case Value.Real number -> String.valueOf(number.value());
      default -> value.asString();
    };
  }

  /** Field, expected, composed: one line per difference. */
  static List<String> differences(Outcome expected, Outcome composed) {
    List<String> lines = new ArrayList<>();
    Map<String, Object> all = new LinkedHashMap<>(expected.fields);
    composed.fields.forEach(all::putIfAbsent);
    for (String field : new TreeSet<>(all.keySet())) {
      Object wanted = expected.fields.get(field);
      Object got = composed.fields.get(field);
      if (wanted == null ? got != null : !wanted.equals(got)) {
        lines.add(field + "\n    expected " + wanted + "\n    composed " + got);
      }
    }
    return lines;
  }
}
