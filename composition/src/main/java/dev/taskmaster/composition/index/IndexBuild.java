package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds the graph of one site: the frame, the task loop and the adding of arcs (chapters 8.1 to
 * 8.3).
 */
final class IndexBuild {

  final Composing composing;
  final @Nullable Frame frame;
  final TaskQueue tasks = new TaskQueue();
  Node root;

  private final ReferenceArcs references = new ReferenceArcs(this);
  private final ClassArcs classes = new ClassArcs(this);
  private final ImpliedClasses implied = new ImpliedClasses(this, classes);
  private final SpecializeCopies copies = new SpecializeCopies(this);

  private IndexBuild(Composing composing, @Nullable Frame frame, Node root) {
    this.composing = composing;
    this.frame = frame;
    this.root = root;
  }

  static IndexBuild build(
      Composing composing, Site site, @Nullable Frame frame, boolean contribute) {
    ArcType arc = frame == null ? ArcType.ROOT : frame.arc();
    Path path = site.path();
    if (path.isRoot()) {
      return new IndexBuild(composing, frame, new Node(site.layerStack(), path, arc));
    }
    Node root;
    if (path.isVariant()) {
      root = new Node(site.layerStack(), path, arc);
      if (!contribute) {
        root.makeInert();
      }
    } else {
      root =
          frame == null
              ? composing.parentGraph(path)
              : build(composing, new Site(site.layerStack(), path.parent()), frame, true).root;
      extend(root, path.name());
      if (!contribute) {
        root.makeInert();
      }
    }
    IndexBuild build = new IndexBuild(composing, frame, root);
    root.walk(build::addExpressedTasks);
    build.run();
    return build;
  }

  /** Moves a graph one level down. */
  private static void extend(Node root, String name) {
    root.walk(
        node -> {
          node.path = node.path.child(name);
          node.hasSpecs = node.hasSpecs && node.layerStack.hasSpec(node.path);
          node.ancestral = node != root;
        });
  }

  boolean isOutermost() {
    return frame == null;
  }

  private void run() {
    for (Task task = tasks.next(); task != null; task = tasks.next()) {
      switch (task.kind()) {
        case REFERENCES -> references.addReferences(task.node());
        case PAYLOADS -> references.addPayloads(task.node());
        case INHERITS -> classes.addInherits(task.node());
        case SPECIALIZES -> classes.addSpecializes(task.node());
        case COPY_SPECIALIZES -> copies.copyAllBelow(task.node());
        case IMPLIED_CLASSES -> implied.imply(task.node());
        case UNRESOLVED -> references.checkResolved(task.node());
        default -> throw new IllegalStateException("no rule for " + task.kind());
      }
    }
  }

  private void addExpressedTasks(Node node) {
    if (!node.contributes() || !node.hasSpecs) {
      return;
    }
    Fields fields = Fields.at(node.layerStack, node.path);
    if (fields.references) {
      tasks.add(Task.Kind.REFERENCES, node);
    }
    if (fields.payloads) {
      tasks.add(Task.Kind.PAYLOADS, node);
    }
    if (fields.inherits) {
      tasks.add(Task.Kind.INHERITS, node);
    }
    if (fields.specializes) {
      tasks.add(Task.Kind.SPECIALIZES, node);
    }
  }

  /** Adds an arc with everything that its target brings in; null if it is left out. */
  @Nullable Node add(Arc arc) {
    if (Cycles.closes(this, arc)) {
      error(CompositionError.Kind.ARC_CYCLE, arc.parent(), Cycles.describe(arc));
      return null;
    }
    if ((arc.skipDuplicates() || (frame != null && frame.skipDuplicates()))
        && Duplicates.present(this, arc.site())) {
      return null;
    }
    if (!composing.admits(this, arc)) {
      return null;
    }
    Node node = arc.ancestral() ? buildTarget(arc) : newNode(arc);
    node.arc = arc.type();
    node.parent = arc.parent();
    node.origin = arc.origin();
    node.map = arc.map();
    node.sibling = arc.sibling();
    node.depth = arc.depth();
    node.forgetMapToRoot();
    Strength.insert(arc.parent(), node);
    addImpliedTasks(node);
    node.walk(each -> addTasksOfAddedNode(arc, each));
    if (arc.site().path().isRoot()) {
      node.walk(Node::makeInert);
    }
    return node;
  }

  private Node newNode(Arc arc) {
    Node node = new Node(arc.site().layerStack(), arc.site().path(), arc.type());
    if (!arc.contribute()) {
      node.makeInertFromTheStart();
    }
    return node;
  }

  private Node buildTarget(Arc arc) {
    int level = frame == null ? 1 : frame.depth() + 1;
    boolean skip = arc.skipDuplicates() || (frame != null && frame.skipDuplicates());
    Frame inner = new Frame(this, arc.site(), arc.parent(), arc.type(), arc.map(), skip, level);
    return build(composing, arc.site(), inner, arc.contribute()).root;
  }

  void addImpliedTasks(Node node) {
    if (node.arc.isClass()) {
      tasks.add(Task.Kind.IMPLIED_CLASSES, ImpliedClasses.impliedStart(node));
    } else if (ImpliedClasses.hasClassChild(node)) {
      tasks.add(Task.Kind.IMPLIED_CLASSES, node);
    }
    if (isOutermost() && node.subtree().stream().anyMatch(each -> each.arc == ArcType.SPECIALIZE)) {
      tasks.add(Task.Kind.COPY_SPECIALIZES, node);
    }
  }

  private void addTasksOfAddedNode(Arc arc, Node node) {
    if (isOutermost() && node.arc.bringsTarget()) {
      tasks.add(Task.Kind.UNRESOLVED, node);
    }
    if (!arc.ancestral()) {
      addExpressedTasks(node);
    }
  }

  void error(CompositionError.Kind kind, Node node, String detail) {
    Layer layer = node.layerStack.root();
    for (Layer each : node.layerStack.layers()) {
      if (each.prim(node.path) != null) {
        layer = each;
        break;
      }
    }
    error(kind, layer, node, detail);
  }

  void error(CompositionError.Kind kind, Layer layer, Node node, String detail) {
    composing.report(
        new CompositionError(kind, composing.path(), layer.identifier(), node.path, detail));
  }

  /**
   * A path of a node of this graph as the composed prim calls it, through all frames; null if it
   * has no name there.
   */
  @Nullable Path composedPath(Node node) {
    Path path = PayloadPaths.toRoot(node, node.path.stripVariants());
    IndexBuild build = this;
    while (path != null && build.frame != null) {
      Frame outward = Objects.requireNonNull(build.frame);
      MapFunction map = outward.arc().bringsTarget() ? outward.map().withoutRoot() : outward.map();
      path = map.map(path);
      path = path == null ? null : PayloadPaths.toRoot(outward.parent(), path);
      build = outward.outer();
    }
    return path;
  }
}
