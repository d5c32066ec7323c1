package dev.taskmaster.composition.index;

import dev.taskmaster.composition.CompositionError;
import dev.taskmaster.composition.layer.ListOp;
import dev.taskmaster.composition.layer.Path;
import dev.taskmaster.composition.layer.PrimSpec;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inherits and specializes, authored or implied (chapter 8.5). */
final class ClassArcs {

  private final IndexBuild build;
  private final SpecializeCopies copies;

  ClassArcs(IndexBuild build) {
    this.build = build;
    this.copies = new SpecializeCopies(build);
  }

  void addInherits(Node node) {
    addAll(node, ArcType.INHERIT, PrimSpec::inherits);
  }

  void addSpecializes(Node node) {
    addAll(node, ArcType.SPECIALIZE, PrimSpec::specializes);
  }

  private void addAll(Node node, ArcType type, Function<PrimSpec, ListOp<Path>> field) {
    List<Path> paths = List.of();
    for (LayerStack.Authored authored : node.layerStack.specs(node.path).reversed()) {
      paths = field.apply(authored.spec()).apply(paths);
    }
    for (int i = 0; i < paths.size(); i++) {
      Path path = paths.get(i);
      if (!path.isPrim() || path.hasVariantSelections()) {
        build.error(
            CompositionError.Kind.INVALID_PRIM_PATH, node, "<" + path + "> is no prim path");
      } else {
        add(type, node, node, ArcMaps.arc(node, path, true), i, null);
      }
    }
  }

  /**
   * Adds a class arc below {@code parent}, or finds the one that is there; null if the class has no
   * name there or the arc is left out.
   */
  @Nullable Node add(
      ArcType type, Node parent, Node origin, MapFunction map, int sibling, @Nullable Site ignore) {
    Path classPath = map.unmap(parent.path.stripVariants());
    if (classPath == null) {
      return null;
    }
    Path path = withSelections(parent.path, classPath);
    Node known = matchingChild(type, parent, origin, map, path);
    if (known != null) {
      return known;
    }
    Site site = new Site(parent.layerStack, path);
    if (type == ArcType.SPECIALIZE && (parent.parent != null || !build.isOutermost())) {
      return copies.addPlaceholder(
          new Arc(
              type, parent, origin, site, map, sibling, parent.path.depth(), false, false, false));
    }
    boolean contribute = path != parent.path && !site.equals(ignore);
    boolean ancestral = contribute && !path.isRootPrim();
    return build.add(
        new Arc(
            type,
            parent,
            origin,
            site,
            map,
            sibling,
            parent.path.depth(),
            contribute,
            ancestral,
            contribute));
  }

  /**
   * Puts the innermost selection prefix of the parent's path back on the class path, where it fits.
   */
  private static Path withSelections(Path parentPath, Path classPath) {
    if (!parentPath.hasVariantSelections()) {
      return classPath;
    }
    Path prefix = parentPath;
    while (!prefix.isVariant()) {
      prefix = prefix.parent();
    }
    return classPath.replacePrefix(prefix.stripVariants(), prefix);
  }

  private static @Nullable Node matchingChild(
      ArcType type, Node parent, Node origin, MapFunction map, Path path) {
    for (Node child : parent.children) {
      if (parent.arc == ArcType.RELOCATE) {
        Node childOrigin = child.origin;
        if (child.arc == type
            && child.map.equals(map)
            && childOrigin != null
            && childOrigin.below() == origin.below()) {
          return child;
        }
      } else if (child.isAt(parent.layerStack, path)) {
        return child;
      }
    }
    return null;
  }
}
