package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the graph of one site: the frame, the task loop and the adding of arcs (chapters 8.1 to
 * 8.3).
 */
final class IndexBuild {

  final Composing composing;
  final @Nullable Frame frame;
  final TaskQueue tasks = new TaskQueue();
  final Node root;

  private final Set<Node> start;

  private final ReferenceArcs references = new ReferenceArcs(this);
  private final ClassArcs classes = new ClassArcs(this);
  private final ImpliedClasses implied = new ImpliedClasses(this, classes);
  private final RelocateArcs relocates = new RelocateArcs(this);
  private final VariantArcs variants = new VariantArcs(this);
  private final SpecializeCopies copies = new SpecializeCopies(this);

  private IndexBuild(Composing composing, @Nullable Frame frame, Node root) {
    this.composing = composing;
    this.frame = frame;
    this.root = root;
    this.start = frame == null ? new HashSet<>(root.subtree()) : Set.of();
  }

  /** True for a node that came from the index of the parent. */
  boolean startedWith(Node node) {
    return start.contains(node);
  }

  static IndexBuild build(
      Composing composing, Site site, @Nullable Frame frame, boolean contribute) {
    ArcType arc = frame == null ? ArcType.ROOT : frame.arc();
    Path path = site.path();
    if (path.isRoot()) {
      return new IndexBuild(composing, frame, new Node(site.layerStack(), path, arc));
    }
    IndexBuild build;
    if (path.isVariant()) {
      build = new IndexBuild(composing, frame, new Node(site.layerStack(), path, arc));
    } else {
      build = new IndexBuild(composing, frame, parentGraph(composing, site, frame));
      extend(build.root, path.name());
    }
    if (!contribute) {
      build.root.makeInert();
    }
    if (!path.isVariant() && RelocateArcs.isProhibited(build.root)) {
      build.prohibit();
      return build;
    }
    build.root.walk(build::addExpressedTasks);
    build.run();
    return build;
  }

  private static Node parentGraph(Composing composing, Site site, @Nullable Frame frame) {
    Path path = site.path();
    if (frame == null) {
      PrimIndex parent = composing.parentIndex(path);
      Node root = parent.root().copyTree();
      if (parent.isInstanceable()) {
        Instancing.hideLocal(root);
      }
      return root;
    }
    Node root = build(composing, new Site(site.layerStack(), path.parent()), frame, true).root;
    if (Instancing.isInstance(root)) {
      Instancing.hideLocal(root);
    }
    return root;
  }

  private void prohibit() {
    root.makeInert();
    root.children.forEach(child -> child.walk(Node::cull));
    if (frame != null) {
      error(
          CompositionError.Kind.ARC_TO_PROHIBITED_CHILD,
          frame.parent(),
          frame.requested() + " was relocated away");
    }
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
      if (task.kind().needsContribution() && !task.node().contributes()) {
        continue;
      }
      switch (task.kind()) {
        case RELOCATION -> relocates.relocate(task.node());
        case IMPLIED_RELOCATION -> relocates.imply(task.node());
        case REFERENCES -> references.addReferences(task.node());
        case PAYLOADS -> references.addPayloads(task.node());
        case INHERITS -> classes.addInherits(task.node());
        case SPECIALIZES -> classes.addSpecializes(task.node());
        case COPY_SPECIALIZES -> copies.copyAllBelow(task.node());
        case IMPLIED_CLASSES -> implied.imply(task.node());
        case UNRESOLVED -> references.checkResolved(task.node());
        case ANCESTRAL_SETS -> variants.findAncestralSets(task.node());
        case SETS -> variants.findSets(task.node());
        case ANCESTRAL_AUTHORED, AUTHORED -> variants.chooseAuthored(task);
        case ANCESTRAL_FALLBACK, FALLBACK -> variants.chooseFallback(task);
        case ANCESTRAL_NOTHING, NOTHING -> {
          // Kept in the queue only so that new opinions can bring it back.
        }
      }
    }
  }

  private void addExpressedTasks(Node node) {
    if (!node.contributes()) {
      return;
    }
    if (!node.layerStack.relocations().isEmpty()) {
      tasks.add(Task.Kind.RELOCATION, node);
    }
    if (!node.hasSpecs) {
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
    if (fields.variantSets && isOutermost()) {
      tasks.add(Task.Kind.SETS, node);
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
    if (node.arc == ArcType.RELOCATE) {
      tasks.add(Task.Kind.IMPLIED_RELOCATION, node);
    }
    if (!arc.ancestral()) {
      addExpressedTasks(node);
    } else if (isOutermost()) {
      addSetTasks(node);
    }
  }

  private void addSetTasks(Node node) {
    if (node.contributes() && Fields.listsVariantSets(node.layerStack, node.path)) {
      tasks.add(Task.Kind.SETS, node);
    }
    if (VariantArcs.hasAncestralSets(node)) {
      tasks.add(Task.Kind.ANCESTRAL_SETS, node);
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
