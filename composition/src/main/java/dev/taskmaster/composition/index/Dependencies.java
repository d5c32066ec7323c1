package dev.taskmaster.composition.index;

import dev.taskmaster.composition.layer.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which composed prims were made from which sites (chapter 14). */
final class Dependencies {

  private final Map<LayerStack, TreeMap<Path, Set<Path>>> users = new HashMap<>();

  void add(PrimIndex index) {
    for (Site site : index.sites()) {
      users
          .computeIfAbsent(site.layerStack(), unused -> new TreeMap<>())
          .computeIfAbsent(site.path(), unused -> new HashSet<>())
          .add(index.path());
    }
  }

  void remove(PrimIndex index) {
    for (Site site : index.sites()) {
      TreeMap<Path, Set<Path>> sites = users.get(site.layerStack());
      Set<Path> paths = sites == null ? null : sites.get(site.path());
      if (sites != null && paths != null) {
        paths.remove(index.path());
        if (paths.isEmpty()) {
          sites.remove(site.path());
        }
      }
    }
  }

  /**
   * Composed prims that a changed site may show in: those that use it, and those below prims that
   * use a parent of it. Where names are moved by relocations the whole prim that uses the parent
   * counts.
   */
  void usersOf(LayerStack stack, Path changed, boolean relocations, Set<Path> found) {
    TreeMap<Path, Set<Path>> sites = users.get(stack);
    if (sites == null) {
      return;
    }
    Path site = changed;
    while (true) {
      for (Path user : sites.getOrDefault(site, Set.of())) {
        found.add(relocations ? user : changed.replacePrefix(site, user).stripVariants());
      }
      if (site.isRoot()) {
        return;
      }
      site = site.parent();
    }
  }

  /** Composed prims that were made from something below a changed site: its arcs reach them too. */
  void usersBelow(LayerStack stack, Path changed, Set<Path> found) {
    TreeMap<Path, Set<Path>> sites = users.get(stack);
    if (sites != null) {
      for (Map.Entry<Path, Set<Path>> entry : sites.tailMap(changed, true).entrySet()) {
        if (!entry.getKey().hasPrefix(changed)) {
          return;
        }
        found.addAll(entry.getValue());
      }
    }
  }

  void usersOf(LayerStack stack, Set<Path> found) {
    users.getOrDefault(stack, new TreeMap<>()).values().forEach(found::addAll);
  }
}
