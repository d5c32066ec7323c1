package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to come before what. All answers are the same for the same nodes in the same order. */
public final class Order {
  private Order() {}

  /** Dependencies first, otherwise as given; nodes on a cycle are left out. */
  public static List<PlannedNode> topological(Map<NodePath, PlannedNode> nodes) {
    var waits = new HashMap<NodePath, Integer>();
    var followers = new HashMap<NodePath, List<NodePath>>();
    for (var node : nodes.values()) {
      waits.put(node.path(), node.dependsOn().size());
      node.dependsOn()
          .forEach(
              before ->
                  followers.computeIfAbsent(before, unused -> new ArrayList<>()).add(node.path()));
    }
    var ordered = new LinkedHashMap<NodePath, PlannedNode>();
    var free = new LinkedHashSet<NodePath>();
    nodes.keySet().stream().filter(path -> waits.getOrDefault(path, 0) == 0).forEach(free::add);
    while (!free.isEmpty()) {
      var path = free.removeFirst();
      var node = nodes.get(path);
      if (node == null) {
        continue;
      }
      ordered.put(path, node);
      for (var follower : followers.getOrDefault(path, List.of())) {
        if (waits.merge(follower, -1, Integer::sum) == 0) {
          free.add(follower);
        }
      }
    }
    return List.copyOf(ordered.values());
  }

  /** The nodes that wait for each other, or empty; none of them could ever run. */
  static Optional<String> findCycle(Map<NodePath, PlannedNode> nodes) {
    var ordered = topological(nodes);
    if (ordered.size() == nodes.size()) {
      return Optional.empty();
    }
    var stuck = new LinkedHashSet<>(nodes.keySet());
    ordered.forEach(node -> stuck.remove(node.path()));
    return Optional.of(
        stuck.stream().limit(8).map(NodePath::value).collect(Collectors.joining(", ")));
  }

  /** Everything that has to come before {@code path}. */
  public static Set<NodePath> ancestors(Map<NodePath, PlannedNode> nodes, NodePath path) {
    var seen = new HashSet<NodePath>();
    var open = new ArrayList<>(List.of(path));
    while (!open.isEmpty()) {
      var node = nodes.get(open.removeLast());
      if (node != null) {
        node.dependsOn().stream().filter(seen::add).forEach(open::add);
      }
    }
    return seen;
  }

  /** Nodes that change files go one after the other, so that each starts from a whole tree. */
  static void serialiseChanges(Map<NodePath, PlannedNode> nodes) {
    var changes =
        topological(nodes).stream().filter(node -> node.kind() == NodeKind.APPLY_CHANGE).toList();
    for (int i = 1; i < changes.size(); i++) {
      var before = changes.get(i - 1).path();
      var after = changes.get(i).path();
      if (!ancestors(nodes, after).contains(before)) {
        nodes.computeIfPresent(
            after,
            (path, node) -> {
              var order = new ArrayList<>(node.dependsOn());
              order.add(before);
              return node.dependingOn(order, node.context());
            });
      }
    }
  }
}
