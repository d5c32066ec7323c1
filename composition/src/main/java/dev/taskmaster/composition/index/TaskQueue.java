package dev.taskmaster.composition.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work that is left on an index; the smallest kind comes first (chapter 8.2). */
final class TaskQueue {

  private final EnumMap<Task.Kind, List<Task>> tasks = new EnumMap<>(Task.Kind.class);

  void add(Task task) {
    List<Task> sameKind = tasks.computeIfAbsent(task.kind(), unused -> new ArrayList<>(2));
    boolean once =
        task.kind() == Task.Kind.COPY_SPECIALIZES || task.kind() == Task.Kind.IMPLIED_CLASSES;
    if (!once || sameKind.stream().noneMatch(other -> other.node() == task.node())) {
      sameKind.add(task);
    }
  }

  void add(Task.Kind kind, Node node) {
    add(Task.on(kind, node));
  }

  /** Takes the next task out; null if nothing is left. */
  @Nullable Task next() {
    for (List<Task> sameKind : tasks.values()) {
      if (!sameKind.isEmpty()) {
        Task best = sameKind.getFirst();
        for (int i = 1; i < sameKind.size(); i++) {
          best = comesBefore(sameKind.get(i), best) ? sameKind.get(i) : best;
        }
        sameKind.remove(best);
        return best;
      }
    }
    return null;
  }

  private static boolean comesBefore(Task one, Task other) {
    if (one.kind() == Task.Kind.IMPLIED_CLASSES) {
      if (one.node().isBelowOrAt(other.node())) {
        return true;
      }
      return !other.node().isBelowOrAt(one.node()) && Strength.isFirst(one.node(), other.node());
    }
    if (!one.kind().isChoice()) {
      return false;
    }
    if (one.node() != other.node()) {
      return Strength.isFirst(one.node(), other.node());
    }
    int order = one.setPath().compareTo(other.setPath());
    return order != 0 ? order < 0 : one.number() < other.number();
  }

  /**
   * New opinions have come in: choices that were not found, or made by a fallback, are looked at
   * again.
   */
  void retryChoices() {
    for (Task.Kind kind : Task.Kind.values()) {
      List<Task> waiting = tasks.get(kind);
      if (kind.retried() != kind && waiting != null) {
        List<Task> again = new ArrayList<>(waiting);
        waiting.clear();
        again.forEach(task -> add(task.as(kind.retried())));
      }
    }
  }
}
