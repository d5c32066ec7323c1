package dev.taskmaster.graphstore.results;

import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.graphstore.taskgraph.PlannedNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node's result is found by: the hash of everything that can change it.
 *
 * @param value hash over the kind, its version and all inputs
 * @param inputs digests of the inputs by name, to explain later which of them differed
 */
public record ResultKey(String value, Map<String, String> inputs) {

  /** Raised for a kind when the same inputs would be worked on in another way. */
  private static final int VERSION = 1;

  public ResultKey {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }

  /**
   * What surrounds the node.
   *
   * @param description the task's, with the notes on it
   * @param tree the state of the files it would see
   * @param dependencies what it waits for, in order
   */
  public record Surroundings(
      String description,
      String tree,
      List<Dependency> dependencies,
      ProjectSnapshot project,
      TaskOptions options) {}

  /** The result of one dependency, by its hash. */
  public record Dependency(NodePath node, NodeKind kind, String hash) {}

  public static ResultKey of(PlannedNode node, Surroundings around) {
    var inputs = new LinkedHashMap<String, String>();
    node.opinions().forEach((name, opinion) -> addOpinion(inputs, node.kind(), name, opinion));
    if (KeyRules.readsDescription(node.kind())) {
      inputs.put(WhyRan.DESCRIPTION, Digest.of(around.description()));
    }
    if (KeyRules.readsFiles(node)) {
      inputs.put(WhyRan.FILES, around.tree());
    }
    var facts = KeyRules.projectFacts(node.kind(), around.project(), around.options());
    if (!facts.isEmpty()) {
      inputs.put(WhyRan.PROJECT, Digest.of(facts));
    }
    int place = 0;
    for (var dependency : around.dependencies()) {
      if (KeyRules.givesInput(dependency.kind())) {
        inputs.put(WhyRan.RESULT_OF + dependency.node(), dependency.hash());
        place++;
      }
    }
    return new ResultKey(hash(node.kind(), inputs, place), inputs);
  }

  private static void addOpinion(
      Map<String, String> inputs, NodeKind kind, String name, Opinion opinion) {
    if (KeyRules.matters(kind, name)) {
      inputs.put(WhyRan.OPINION + name, Digest.of(encode(opinion.value())));
    }
  }

  /** Names of dependencies do not count, their order and results do. */
  private static String hash(NodeKind kind, Map<String, String> inputs, int dependencies) {
    var text = new StringBuilder();
    field(text, kind.wireName());
    field(text, String.valueOf(VERSION));
    field(text, String.valueOf(dependencies));
    inputs.forEach(
        (name, digest) -> {
          field(text, name.startsWith(WhyRan.RESULT_OF) ? WhyRan.RESULT_OF : name);
          field(text, digest);
        });
    return Digest.of(text.toString());
  }

  /** A form in which different values differ: type, length, content. */
  static String encode(Object value) {
    return switch (value) {
      case List<?> items -> {
        var text = new StringBuilder("list:").append(items.size()).append(':');
        items.forEach(item -> field(text, encode(item)));
        yield text.toString();
      }
      case Number number -> "number:" + number.doubleValue();
      case Boolean flag -> "bool:" + flag;
      default -> "text:" + value;
    };
  }

  private static void field(StringBuilder text, String content) {
    text.append(content.length()).append(':').append(content);
  }
}
