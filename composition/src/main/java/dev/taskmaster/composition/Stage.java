package dev.taskmaster.composition;

import dev.taskmaster.composition.index.Indexes;
import dev.taskmaster.composition.index.LayerStack;
import dev.taskmaster.composition.index.LayerStacks;
import dev.taskmaster.composition.index.Update;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.Specifier;
import dev.taskmaster.composition.resolve.LayerResolver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A root layer with everything it brings in, composed prim by prim when asked (chapter 12). Not for
 * use by several threads at once.
 */
public final class Stage {

  private final Indexes indexes;
  private final Map<Path, Composed> composed = new HashMap<>();

  private Stage(Indexes indexes) {
    this.indexes = indexes;
  }

  /**
   * Opens a stage with everything loaded.
   *
   * @throws LayerNotFoundException if the root layer cannot be opened
   */
  public static Stage open(String rootIdentifier, LayerResolver resolver) {
    return open(rootIdentifier, resolver, StageOptions.DEFAULT);
  }

  /**
   * Opens a stage.
   *
   * @throws LayerNotFoundException if the root or session layer cannot be opened
   */
  public static Stage open(String rootIdentifier, LayerResolver resolver, StageOptions options) {
    LayerStacks stacks = new LayerStacks(resolver, options.limits());
    Layer root = require(stacks, rootIdentifier);
    String session = options.session();
    LayerStack rootStack = stacks.stack(root, session == null ? null : require(stacks, session));
    Indexes.Settings settings = new Indexes.Settings(options.loaded(), options.fallbacks());
    return new Stage(new Indexes(stacks, rootStack, settings, options.limits()));
  }

  private static Layer require(LayerStacks stacks, String identifier) {
    LayerStacks.Opened opened = stacks.open(identifier);
    @Nullable Layer layer = opened.layer();
    if (layer == null) {
      throw new LayerNotFoundException(identifier, opened.problem());
    }
    return layer;
  }

  /** Identifiers of the stage's own layers, strongest first. */
  public List<String> layerStack() {
    return indexes.rootStack().layers().stream().map(Layer::identifier).toList();
  }

  /** The pseudo-root; its children are the root prims. */
  public Prim root() {
    return require(Path.ROOT);
  }

  /** The prim that references without a prim path mean, as the root layer names it. */
  public Optional<Path> defaultPrim() {
    return Optional.ofNullable(indexes.rootStack().root().defaultPrim());
  }

  /**
   * One layer without sublayers and arcs that says what this stage says: every composed prim with
   * its resolved values and targets.
   */
  public Layer flatten(String identifier) {
    return Flattening.flatten(this, identifier);
  }

  /** The composed prim of a path, if anything says that it exists and no parent is inactive. */
  public Optional<Prim> prim(String path) {
    return prim(Path.parse(path));
  }

  /** The composed prim of a path, if anything says that it exists and no parent is inactive. */
  public Optional<Prim> prim(Path path) {
    if (path.isProperty() || path.hasVariantSelections()) {
      return Optional.empty();
    }
    return exists(path) ? Optional.of(require(path)) : Optional.empty();
  }

  private boolean exists(Path path) {
    if (path.isRoot()) {
      return true;
    }
    Path parent = path.parent();
    if (!exists(parent)) {
      return false;
    }
    Composed owner = composed(parent);
    return (parent.isRoot() || owner.isActive()) && owner.hasChild(path.name());
  }

  Prim require(Path path) {
    return new Prim(this, composed(path));
  }

  private Composed composed(Path path) {
    Composed known = composed.get(path);
    if (known == null) {
      known = new Composed(indexes.index(path), indexes);
      composed.put(path, known);
    }
    return known;
  }

  /**
   * All prims that are active, loaded, defined and not abstract, parents first, in namespace order.
   */
  public List<Prim> traverse() {
    return walk(true);
  }

  /**
   * All composed prims, also undefined and abstract ones, parents first; nothing below an inactive
   * prim.
   */
  public List<Prim> traverseAll() {
    return walk(false);
  }

  private List<Prim> walk(boolean onlyUsed) {
    List<Prim> found = new ArrayList<>();
    Deque<Prim> waiting = new ArrayDeque<>();
    pushChildren(waiting, root());
    while (!waiting.isEmpty()) {
      Prim prim = waiting.pop();
      if (onlyUsed && !(prim.isActive() && prim.isLoaded() && prim.specifier() == Specifier.DEF)) {
        continue;
      }
      found.add(prim);
      pushChildren(waiting, prim);
    }
    return found;
  }

  private static void pushChildren(Deque<Prim> waiting, Prim parent) {
    for (Prim child : parent.children().reversed()) {
      waiting.push(child);
    }
  }

  /**
   * Takes a layer as the resolver has it now. What it cannot change stays composed; ask the stage
   * for prims again, as the ones held from before keep their answers.
   *
   * @return the composed paths that may have changed: with everything below them for other
   *     structure, by themselves for other content
   */
  public Update reload(String identifier) {
    Update update = indexes.reload(identifier);
    composed.keySet().removeAll(update.content());
    if (!update.structure().isEmpty()) {
      composed.keySet().removeIf(path -> isBelow(path, update.structure()));
    }
    return update;
  }

  private static boolean isBelow(Path path, Set<Path> tops) {
    for (Path each = path; ; each = each.parent()) {
      if (tops.contains(each)) {
        return true;
      }
      if (each.isRoot()) {
        return false;
      }
    }
  }

  /** How many prims have been composed since the stage was opened; a measure of work. */
  public long composedPrims() {
    return indexes.made();
  }

  /** Errors of the layer stacks opened so far and of every prim composed so far, by path. */
  public List<CompositionError> errors() {
    List<CompositionError> errors = new ArrayList<>(indexes.layerStackErrors());
    composed.keySet().stream().sorted().forEach(path -> errors.addAll(composed(path).errors()));
    return errors;
  }
}
