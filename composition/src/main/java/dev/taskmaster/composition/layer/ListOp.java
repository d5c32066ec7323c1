package dev.taskmaster.composition.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a list (chapter 2.6): either one explicit list, or additions, deletions and an order
 * that are applied to what weaker layers say. An item occurs once per list.
 *
 * @param explicit the whole list, or null if this is a set of edits
 */
public record ListOp<T>(
    @Nullable List<T> explicit,
    List<T> deleted,
    List<T> added,
    List<T> prepended,
    List<T> appended,
    List<T> ordered) {

  private static final ListOp<?> NONE =
      new ListOp<>(null, List.of(), List.of(), List.of(), List.of(), List.of());

  public ListOp {
    explicit = explicit == null ? null : List.copyOf(explicit);
    deleted = List.copyOf(deleted);
    added = List.copyOf(added);
    prepended = List.copyOf(prepended);
    appended = List.copyOf(appended);
    ordered = List.copyOf(ordered);
  }

  /** One of the six lists an operation may hold, named as in the text. */
  public enum Edit {
    EXPLICIT,
    DELETE,
    ADD,
    PREPEND,
    APPEND,
    REORDER
  }

  /** The operation that says nothing. */
  @SuppressWarnings("unchecked")
  public static <T> ListOp<T> none() {
    return (ListOp<T>) NONE;
  }

  public static <T> ListOp<T> explicit(List<T> items) {
    return new ListOp<>(items, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** True if nothing was written. An explicit empty list is something. */
  public boolean isNone() {
    return explicit == null
        && deleted.isEmpty()
        && added.isEmpty()
        && prepended.isEmpty()
        && appended.isEmpty()
        && ordered.isEmpty();
  }

  public boolean isExplicit() {
    return explicit != null;
  }

  /** The items of one list; null if that list was not written. */
  public @Nullable List<T> items(Edit edit) {
    List<T> items =
        switch (edit) {
          case EXPLICIT -> explicit;
          case DELETE -> deleted;
          case ADD -> added;
          case PREPEND -> prepended;
          case APPEND -> appended;
          case REORDER -> ordered;
        };
    return edit == Edit.EXPLICIT || items == null || !items.isEmpty() ? items : null;
  }

  /**
   * This operation with one list replaced. An explicit list removes the edits, and an edit removes
   * the explicit list.
   */
  public ListOp<T> with(Edit edit, List<T> items) {
    return switch (edit) {
      case EXPLICIT -> explicit(items);
      case DELETE -> new ListOp<>(null, items, added, prepended, appended, ordered);
      case ADD -> new ListOp<>(null, deleted, items, prepended, appended, ordered);
      case PREPEND -> new ListOp<>(null, deleted, added, items, appended, ordered);
      case APPEND -> new ListOp<>(null, deleted, added, prepended, items, ordered);
      case REORDER -> new ListOp<>(null, deleted, added, prepended, appended, items);
    };
  }

  /** The list that results when this is applied to what is weaker. */
  public List<T> apply(List<T> weaker) {
    return apply(weaker, Function.identity());
  }

  /**
   * As {@link #apply(List)}, with every item of this operation mapped first; items that map to null
   * are left out.
   */
  public <R> List<R> apply(List<R> weaker, Function<? super T, ? extends @Nullable R> mapping) {
    if (explicit != null) {
      return new ArrayList<>(mapped(explicit, mapping));
    }
    if (isNone()) {
      return weaker;
    }
    Set<R> deletions = mapped(deleted, mapping);
    Set<R> prependings = mapped(prepended, mapping);
    Set<R> appendings = mapped(appended, mapping);
    Set<R> middle = new LinkedHashSet<>(weaker);
    middle.removeAll(deletions);
    middle.addAll(mapped(added, mapping));
    List<R> result = new ArrayList<>();
    for (R item : prependings) {
      if (!appendings.contains(item)) {
        result.add(item);
      }
    }
    for (R item : middle) {
      if (!prependings.contains(item) && !appendings.contains(item)) {
        result.add(item);
      }
    }
    result.addAll(appendings);
    return reorder(result, mapped(ordered, mapping));
  }

  private static <T, R> Set<R> mapped(
      List<T> items, Function<? super T, ? extends @Nullable R> mapping) {
    Set<R> result = new LinkedHashSet<>();
    for (T item : items) {
      R mapped = mapping.apply(item);
      if (mapped != null) {
        result.add(mapped);
      }
    }
    return result;
  }

  /**
   * Reorders as chapter 2.6 says: what stands before the first ordered item stays in front; each
   * ordered item takes along the unnamed items behind it.
   */
  public static <R> List<R> reorder(List<R> items, Set<R> order) {
    Set<R> present = new LinkedHashSet<>(order);
    present.retainAll(new LinkedHashSet<>(items));
    if (present.isEmpty()) {
      return items;
    }
    List<R> result = new ArrayList<>(items.size());
    Map<R, List<R>> runs = new HashMap<>();
    List<R> run = result;
    for (R item : items) {
      if (present.contains(item)) {
        run = new ArrayList<>();
        runs.put(item, run);
      }
      run.add(item);
    }
    for (R item : present) {
      result.addAll(runs.getOrDefault(item, List.of()));
    }
    return result;
  }
}
