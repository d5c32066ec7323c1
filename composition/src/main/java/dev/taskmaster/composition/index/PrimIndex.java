package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The finished tree of sites that one composed prim is made of (chapter 6). Never changed once it
 * is made.
 */
public final class PrimIndex {

  private final Path path;
  private final Node root;
  private final List<Node> nodes;
  private final boolean instanceable;
  private final boolean loaded;
  private final List<CompositionError> errors;
  private final Set<Site> sites;

  PrimIndex(Path path, Node root, boolean instanceable, Composing composing, Set<Site> sites) {
    this.path = path;
    this.root = root;
    this.nodes = List.copyOf(root.subtree());
    this.instanceable = instanceable;
    this.errors = List.copyOf(composing.errors());
    this.loaded = !composing.skippedPayloads();
    this.sites = Set.copyOf(sites);
  }

  /** The composed path. */
  public Path path() {
    return path;
  }

  public Node root() {
    return root;
  }

  /** All nodes, strongest first. */
  public List<Node> nodes() {
    return nodes;
  }

  /** True if the children take nothing from the layers that hold the instance (chapter 8.13). */
  public boolean isInstanceable() {
    return instanceable;
  }

  /** False if a payload was left out because the stage does not load it. */
  public boolean isLoaded() {
    return loaded;
  }

  /** What was found while this index was built; errors of parents are not repeated. */
  public List<CompositionError> errors() {
    return errors;
  }

  /** The sites this index adds to what its parent was made from, culled ones too (chapter 14). */
  public Set<Site> sites() {
    return sites;
  }

  /** For every variant set the selection in use (chapter 9.4). */
  public Map<String, String> selections() {
    Map<String, String> selections = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (node.path.isVariant()) {
        selections.putIfAbsent(node.path.name(), node.path.variant());
      }
    }
    return selections;
  }
}
