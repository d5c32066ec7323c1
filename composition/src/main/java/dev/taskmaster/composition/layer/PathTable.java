package dev.taskmaster.composition.layer;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes equal paths one object. Entries are weak: a path that nobody holds is forgotten, so foreign
 * text cannot fill the memory.
 */
final class PathTable {

  private static final ConcurrentHashMap<Object, Entry> ENTRIES = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Path> FORGOTTEN = new ReferenceQueue<>();

  private PathTable() {}

  static Path intern(Path parent, Path.Kind kind, String name, String variant) {
    dropForgotten();
    Entry known = ENTRIES.get(new Probe(parent, kind, name, variant));
    Path path = known == null ? null : known.get();
    return path != null ? path : add(new Path(parent, kind, name, variant));
  }

  private static Path add(Path path) {
    Entry entry = new Entry(path);
    while (true) {
      Entry winner = ENTRIES.putIfAbsent(entry, entry);
      if (winner == null) {
        return path;
      }
      Path known = winner.get();
      if (known != null) {
        return known;
      }
      ENTRIES.remove(winner, winner);
    }
  }

  private static void dropForgotten() {
    for (Object entry = FORGOTTEN.poll(); entry != null; entry = FORGOTTEN.poll()) {
      ENTRIES.remove(entry);
    }
  }

  private static int hash(Path parent, Path.Kind kind, String name, String variant) {
    return ((System.identityHashCode(parent) * 31 + kind.ordinal()) * 31 + name.hashCode()) * 31
        + variant.hashCode();
  }

  private static boolean same(
      @Nullable Path path, Path parent, Path.Kind kind, String name, String variant) {
    return path != null
        && path.parent() == parent
        && path.kind() == kind
        && path.name().equals(name)
        && path.variant().equals(variant);
  }

  /** What is asked for; equal to the entry of the path it describes. */
  private record Probe(Path parent, Path.Kind kind, String name, String variant) {
    @Override
    public int hashCode() {
      return hash(parent, kind, name, variant);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry entry && same(entry.get(), parent, kind, name, variant);
    }
  }

  /** The one path of its address, held weakly. */
  private static final class Entry extends WeakReference<Path> {
    private final int hash;

    Entry(Path path) {
      super(path, FORGOTTEN);
      this.hash = hash(path.parent(), path.kind(), path.name(), path.variant());
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Path path = get();
      return path != null && other instanceof Entry entry && entry.get() == path
          || path != null
              && other instanceof Entry twin
              && same(twin.get(), path.parent(), path.kind(), path.name(), path.variant());
    }
  }
}
