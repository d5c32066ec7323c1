package dev.taskmaster.composition.index;

import dev.taskmaster.composition.Limits;
import dev.taskmaster.composition.layer.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    Set<Site> sites = sites(build.root);
    Culling.cull(build.root);
    boolean instanceable = Instancing.isInstance(build.root);
    Culling.finish(build.root);
    return new PrimIndex(path, build.root, instanceable, composing.errors(), sites);
  }

  private static Set<Site> sites(Node root) {
    Set<Site> sites = new HashSet<>();
    root.walk(
        node -> {
          if (node.below() == 0) {
            sites.add(node.site());
          }
        });
    return sites;
  }
}
