package dev.taskmaster.composition.layer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The absolute address of a spec or of a composed object (chapter 2.1): the root {@code /}, a prim,
 * a variant or a property. Equal paths are the same object, so comparing and hashing cost nothing.
 */
public final class Path implements Comparable<Path> {

  /** What the last element of a path is. */
  public enum Kind {
    ROOT,
    PRIM,
    VARIANT,
    PROPERTY
  }

  /** The pseudo-root {@code /}. */
  public static final Path ROOT = new Path(null, Kind.ROOT, "", "");

  private final @Nullable Path parent;
  private final Kind kind;
  private final String name;
  private final String variant;
  private final int count;
  private final int depth;
  private final int length;
  private final boolean selections;

  Path(@Nullable Path parent, Kind kind, String name, String variant) {
    this.parent = parent;
    this.kind = kind;
    this.name = name;
    this.variant = variant;
    this.count = parent == null ? 0 : parent.count + (kind == Kind.PROPERTY ? 0 : 1);
    this.length = parent == null ? 0 : parent.length + 1;
    this.depth = parent == null ? 0 : parent.depth + (kind == Kind.PRIM ? 1 : 0);
    this.selections = kind == Kind.VARIANT || (parent != null && parent.selections);
  }

  /**
   * Reads an absolute path such as {@code /A/B.prop} or {@code /A{v=x}B}.
   *
   * @throws IllegalArgumentException if the text is no absolute path
   */
  public static Path parse(String text) {
    return PathText.parse(text, ROOT);
  }

  /**
   * Reads an absolute or relative path; a relative one starts at the anchor, whose variant
   * selections are dropped first.
   *
   * @throws IllegalArgumentException if the text is no path or climbs above the root
   */
  public static Path parse(String text, Path anchor) {
    return PathText.parse(text, anchor.primPart().stripVariants());
  }

  public Kind kind() {
    return kind;
  }

  /** The path one level up; the root is its own parent. */
  public Path parent() {
    return parent == null ? this : parent;
  }

  /** The last element's name: of the prim, of the property, or of the variant set. */
  public String name() {
    return name;
  }

  /** The chosen variant of a variant path, which may be empty; empty for other paths. */
  public String variant() {
    return variant;
  }

  /** Number of prim names and selections. */
  public int count() {
    return count;
  }

  /** Number of prim names; selections do not count. */
  public int depth() {
    return depth;
  }

  public boolean isRoot() {
    return parent == null;
  }

  public boolean isPrim() {
    return kind == Kind.PRIM;
  }

  /** True for a prim directly below the root, such as {@code /A}. */
  public boolean isRootPrim() {
    return kind == Kind.PRIM && parent().isRoot();
  }

  public boolean isVariant() {
    return kind == Kind.VARIANT;
  }

  public boolean isProperty() {
    return kind == Kind.PROPERTY;
  }

  public boolean hasVariantSelections() {
    return selections;
  }

  /** The prim {@code name} below this path. */
  public Path child(String childName) {
    return PathTable.intern(requireNamespace(), Kind.PRIM, childName, "");
  }

  /**
   * The property {@code propertyName} (which may hold namespaces, such as {@code notes:r1}) of this
   * prim.
   */
  public Path property(String propertyName) {
    return PathTable.intern(requireNamespace(), Kind.PROPERTY, propertyName, "");
  }

  /** This path with the selection {@code {set=variant}} at its end. */
  public Path variant(String set, String variantName) {
    return PathTable.intern(requireNamespace(), Kind.VARIANT, set, variantName);
  }

  /** The prim that owns a property; the path itself for all others. */
  public Path primPart() {
    return kind == Kind.PROPERTY ? parent() : this;
  }

  /** Without the selections at the end: {@code /A{v=x}B{w=y}} gives {@code /A{v=x}B}. */
  public Path primPath() {
    Path path = primPart();
    while (path.kind == Kind.VARIANT) {
      path = path.parent();
    }
    return path;
  }

  /** Without any selection. */
  public Path stripVariants() {
    if (!selections) {
      return this;
    }
    Path stripped = ROOT;
    for (Path step : steps()) {
      if (step.kind == Kind.PRIM) {
        stripped = stripped.child(step.name);
      } else if (step.kind == Kind.PROPERTY) {
        stripped = stripped.property(step.name);
      }
    }
    return stripped;
  }

  /** Element-wise: every path is a prefix of itself, and the root is a prefix of all. */
  public boolean hasPrefix(Path prefix) {
    if (prefix.parent == null) {
      return true;
    }
    Path path = this;
    while (path.count > prefix.count
        || (path.kind == Kind.PROPERTY && prefix.kind != Kind.PROPERTY)) {
      path = path.parent();
    }
    return path == prefix;
  }

  /**
   * This path with the prefix {@code old} exchanged for {@code replacement}; itself if {@code old}
   * is no prefix.
   */
  public Path replacePrefix(Path old, Path replacement) {
    if (old == replacement || !hasPrefix(old)) {
      return this;
    }
    Deque<Path> tail = new ArrayDeque<>();
    for (Path path = this; path != old; path = path.parent()) {
      tail.push(path);
    }
    Path result = replacement;
    for (Path step : tail) {
      result = PathTable.intern(result, step.kind, step.name, step.variant);
    }
    return result;
  }

  private Deque<Path> steps() {
    Deque<Path> steps = new ArrayDeque<>();
    for (Path path = this; path.parent != null; path = path.parent) {
      steps.push(path);
    }
    return steps;
  }

  private Path requireNamespace() {
    if (kind == Kind.PROPERTY) {
      throw new IllegalArgumentException(this + " is a property and holds nothing below it");
    }
    return this;
  }

  /** Element by element; a prefix comes before what is below it. */
  @Override
  public int compareTo(Path other) {
    if (this == other) {
      return 0;
    }
    Path mine = this;
    Path theirs = other;
    while (mine.length > other.length) {
      mine = mine.parent();
    }
    while (theirs.length > mine.length) {
      theirs = theirs.parent();
    }
    if (mine == theirs) {
      return Integer.compare(length, other.length);
    }
    while (mine.parent != theirs.parent) {
      mine = mine.parent();
      theirs = theirs.parent();
    }
    return mine.compareElement(theirs);
  }

  private int compareElement(Path other) {
    int order = kind.compareTo(other.kind);
    order = order != 0 ? order : name.compareTo(other.name);
    return order != 0 ? order : variant.compareTo(other.variant);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    if (parent == null) {
      return "/";
    }
    StringBuilder text = new StringBuilder();
    Path previous = ROOT;
    for (Path step : steps()) {
      switch (step.kind) {
        case PRIM -> text.append(previous.kind == Kind.VARIANT ? "" : "/").append(step.name);
        case VARIANT ->
            text.append(previous.isRoot() ? "/" : "")
                .append('{')
                .append(step.name)
                .append('=')
                .append(step.variant)
                .append('}');
        case PROPERTY -> text.append(previous.isRoot() ? "/." : ".").append(step.name);
        case ROOT -> throw new IllegalStateException("the root is no step");
      }
      previous = step;
    }
    return text.toString();
  }
}
