package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One site inside a prim index, with the arc that brought it in (chapter 6). Its pre-order is the
 * order of strength.
 */
public final class Node {

  final LayerStack layerStack;
  Path path;
  ArcType arc;
  @Nullable Node parent;
  @Nullable Node origin;
  MapFunction map = MapFunction.IDENTITY;
  final List<Node> children = new ArrayList<>(0);
  int sibling;
  int depth;
  boolean inert;
  boolean culled;
  boolean hasSpecs;
  boolean ancestral;

  /** 0, or the element count of the path at which the node ceased to contribute. */
  int restricted;

  private @Nullable MapFunction mapToRoot;

  Node(LayerStack layerStack, Path path, ArcType arc) {
    this.layerStack = layerStack;
    this.path = path;
    this.arc = arc;
    this.hasSpecs = layerStack.hasSpec(path);
  }

  private Node(Node twin) {
    layerStack = twin.layerStack;
    path = twin.path;
    arc = twin.arc;
    map = twin.map;
    sibling = twin.sibling;
    depth = twin.depth;
    inert = twin.inert;
    culled = twin.culled;
    hasSpecs = twin.hasSpecs;
    ancestral = twin.ancestral;
    restricted = twin.restricted;
    mapToRoot = twin.mapToRoot;
  }

  /** A copy of this whole tree. */
  Node copyTree() {
    Map<Node, Node> twins = new HashMap<>();
    Node copy = copy(twins);
    twins.forEach(
        (original, twin) -> {
          if (original.origin != null) {
            twin.origin = Objects.requireNonNull(twins.get(original.origin));
          }
        });
    return copy;
  }

  private Node copy(Map<Node, Node> twins) {
    Node twin = new Node(this);
    twins.put(this, twin);
    for (Node child : children) {
      Node childTwin = child.copy(twins);
      childTwin.parent = twin;
      twin.children.add(childTwin);
    }
    return twin;
  }

  public LayerStack layerStack() {
    return layerStack;
  }

  public Path path() {
    return path;
  }

  public ArcType arc() {
    return arc;
  }

  /** Strongest first. */
  public List<Node> children() {
    return List.copyOf(children);
  }

  Site site() {
    return new Site(layerStack, path);
  }

  boolean isAt(LayerStack stack, Path sitePath) {
    return layerStack == stack && path == sitePath;
  }

  boolean sameSite(Node other) {
    return isAt(other.layerStack, other.path);
  }

  /** True if the specs at this site count. */
  public boolean contributes() {
    return !inert && !culled;
  }

  /** Levels below the place where the arc was authored. */
  int below() {
    return parent == null ? 0 : parent.path.depth() - depth;
  }

  /** Where the arc was authored to, for arcs of parents too. */
  Path introPath() {
    Path intro = path;
    for (int levels = below(); levels > 0; levels--) {
      while (intro.isVariant()) {
        intro = intro.parent();
      }
      intro = intro.parent();
    }
    return intro;
  }

  boolean mayContributeAt(Path at) {
    return restricted == 0 || restricted > at.count();
  }

  void makeInert() {
    if (!inert) {
      inert = true;
      restrict(path.count());
    }
  }

  void makeInertFromTheStart() {
    inert = true;
    restricted = 1;
  }

  void cullFromTheStart() {
    culled = true;
    restricted = 1;
  }

  void cull() {
    if (!culled) {
      culled = true;
      restrict(path.count());
    }
  }

  private void restrict(int count) {
    if (restricted == 0) {
      restricted = count;
    }
  }

  MapFunction mapToRoot() {
    if (mapToRoot == null) {
      mapToRoot = parent == null ? MapFunction.IDENTITY : parent.mapToRoot().compose(map);
    }
    return mapToRoot;
  }

  void forgetMapToRoot() {
    mapToRoot = null;
    children.forEach(Node::forgetMapToRoot);
  }

  /** This node and everything below it, strongest first. */
  void walk(Consumer<Node> visitor) {
    visitor.accept(this);
    for (int i = 0; i < children.size(); i++) {
      children.get(i).walk(visitor);
    }
  }

  List<Node> subtree() {
    List<Node> nodes = new ArrayList<>();
    walk(nodes::add);
    return nodes;
  }

  boolean isBelowOrAt(Node ancestor) {
    for (Node node = this; node != null; node = node.parent) {
      if (node == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** True if this came by an inherit that is authored directly on the composed prim. */
  public boolean isDirectInherit() {
    return arc == ArcType.INHERIT
        && below() == 0
        && parent != null
        && parent.parent == null
        && origin == parent;
  }

  /** A specialize below the root that stands for a placeholder somewhere else (chapter 8.7). */
  boolean isCopiedSpecialize() {
    return arc == ArcType.SPECIALIZE
        && parent != null
        && parent.parent == null
        && origin != null
        && origin != parent
        && sameSite(origin);
  }

  @Override
  public String toString() {
    return arc + " " + site() + (inert ? " inert" : "") + (culled ? " culled" : "");
  }
}
