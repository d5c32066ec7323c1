package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Path;
import java.util.List;

/**
 * The finished tree of sites that one composed prim is made of (chapter 6). Never changed once it
 * is made.
 */
public final class PrimIndex {

  private final Path path;
  private final Node root;
  private final List<Node> nodes;
  private final List<CompositionError> errors;

  PrimIndex(Path path, Node root, List<CompositionError> errors) {
    this.path = path;
    this.root = root;
    this.nodes = List.copyOf(root.subtree());
    this.errors = List.copyOf(errors);
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

  /** What was found while this index was built; errors of parents are not repeated. */
  public List<CompositionError> errors() {
    return errors;
  }
}
