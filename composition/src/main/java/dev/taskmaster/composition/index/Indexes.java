package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.Limits;
import dev.taskmaster.composition.layer.Layer;
import dev.taskmaster.composition.layer.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The prim indexes of a stage, each made once, parents first (chapters 8.1 and 14). */
public final class Indexes {

  /**
   * What a stage chooses for all its prims.
   *
   * @param loaded which payload prims are loaded, by composed path
   * @param fallbacks for a variant set without a selection the variants to try in turn
   */
  public record Settings(Predicate<Path> loaded, Map<String, List<String>> fallbacks) {
    boolean loads(Path path) {
      return loaded.test(path);
    }
  }

  private final LayerStacks stacks;
  private final LayerStack rootStack;
  private final Settings settings;
  private final Limits limits;
  private final Map<Path, PrimIndex> indexes = new HashMap<>();
  private final TreeSet<Path> ordered = new TreeSet<>();
  private final Dependencies dependencies = new Dependencies();
  private long made;
  private long version;

  public Indexes(LayerStacks stacks, LayerStack rootStack, Settings settings, Limits limits) {
    this.stacks = stacks;
    this.rootStack = rootStack;
    this.settings = settings;
    this.limits = limits;
  }

  LayerStacks stacks() {
    return stacks;
  }

  public LayerStack rootStack() {
    return rootStack;
  }

  /** Errors of the layer stacks that were opened so far, the stage's own first. */
  public List<CompositionError> layerStackErrors() {
    return stacks.errors(rootStack);
  }

  Settings settings() {
    return settings;
  }

  Limits limits() {
    return limits;
  }

  /** The index of a composed prim path, which need not exist. */
  public PrimIndex index(Path path) {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path each = path; !indexes.containsKey(each); each = each.parent()) {
      missing.push(each);
      if (each.isRoot()) {
        break;
      }
    }
    for (Path each : missing) {
      indexes.put(each, make(each));
    }
    return Objects.requireNonNull(indexes.get(path));
  }

  private PrimIndex make(Path path) {
    Composing composing = new Composing(this, path);
    IndexBuild build = IndexBuild.build(composing, new Site(rootStack, path), null, true);
    Set<Site> sites = sites(build);
    Culling.cull(build.root);
    boolean instanceable = Instancing.isInstance(build.root);
    Culling.finish(build.root);
    made++;
    PrimIndex index = new PrimIndex(path, build.root, instanceable, composing, sites);
    dependencies.add(index);
    ordered.add(path);
    return index;
  }

  /** What the parent's index does not already account for. */
  private static Set<Site> sites(IndexBuild build) {
    Set<Site> sites = new HashSet<>();
    build.root.walk(
        node -> {
          if (!build.startedWith(node) || node == build.root) {
            sites.add(node.site());
          }
        });
    return sites;
  }

  /** How many indexes have been made so far. */
  public long made() {
    return made;
  }

  /** Grows whenever an index is dropped. */
  public long version() {
    return version;
  }

  /**
   * Takes the layer as the resolver has it now, and drops the indexes that may be different.
   *
   * @return what may be different
   */
  public Update reload(String identifier) {
    Layer before = stacks.open(identifier).layer();
    Layer after = stacks.look(identifier).layer();
    if (before == null || after == null) {
      return before == after ? Update.NOTHING : reloadAll();
    }
    LayerChange change = LayerChange.between(before, after);
    List<LayerStack> holders = stacks.take(after, change.whole());
    boolean relocations = stacks.haveRelocations();
    Set<Path> structure = new TreeSet<>();
    Set<Path> content = relocations ? structure : new TreeSet<>();
    for (LayerStack stack : holders) {
      if (change.whole()) {
        dependencies.usersOf(stack, structure);
      }
      for (Path path : change.structure()) {
        dependencies.usersOf(stack, path, relocations, structure);
        dependencies.usersBelow(stack, path, structure);
      }
      change.content().forEach(path -> dependencies.usersOf(stack, path, relocations, content));
    }
    structure.forEach(this::drop);
    return new Update(structure, relocations ? Set.of() : content);
  }

  private Update reloadAll() {
    stacks.forgetAllBut(rootStack);
    Set<Path> all = Set.of(Path.ROOT);
    drop(Path.ROOT);
    return new Update(all, Set.of());
  }

  private void drop(Path path) {
    version++;
    List<Path> below = new ArrayList<>();
    for (Path each : ordered.tailSet(path, true)) {
      if (!each.hasPrefix(path)) {
        break;
      }
      below.add(each);
    }
    for (Path each : below) {
      ordered.remove(each);
      dependencies.remove(Objects.requireNonNull(indexes.remove(each)));
    }
  }
}
