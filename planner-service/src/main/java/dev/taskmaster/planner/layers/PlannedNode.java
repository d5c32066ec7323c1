package dev.taskmaster.planner.layers;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node that a plan adds or says something about.
 *
 * @param className the class it inherits, without the leading {@code _class_}
 * @param attributes a text, a list of texts or a whole number by name, in the order of writing;
 *     only what deviates from the class
 */
public record PlannedNode(
    NodePath path,
    NodeKind kind,
    String className,
    Map<String, Object> attributes,
    List<NodePath> dependsOn,
    List<NodePath> context) {
  public PlannedNode {
    attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    dependsOn = List.copyOf(dependsOn);
    context = List.copyOf(context);
  }

  /** A node that says nothing of its own yet. */
  public static PlannedNode of(NodePath path, NodeKind kind, String className) {
    return new PlannedNode(path, kind, className, Map.of(), List.of(), List.of());
  }

  /** Says something; an empty text or list says nothing. */
  public PlannedNode with(String name, Object value) {
    if (value.equals("") || value.equals(List.of())) {
      return this;
    }
    var more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new PlannedNode(path, kind, className, more, dependsOn, context);
  }

  /** Waits for these. */
  public PlannedNode after(List<NodePath> nodes) {
    return new PlannedNode(path, kind, className, attributes, nodes, context);
  }

  /** Reads the results of these. */
  public PlannedNode reading(List<NodePath> nodes) {
    return new PlannedNode(path, kind, className, attributes, dependsOn, nodes);
  }
}
