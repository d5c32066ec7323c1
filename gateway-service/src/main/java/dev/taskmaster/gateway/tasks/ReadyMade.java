package dev.taskmaster.gateway.tasks;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ready-made tasks that {@code --as} takes, and how each ends. */
enum ReadyMade {
  FIX_BUG("fix-bug", true),
  WRITE_TEST("write-test", true),
  EXPLORE_CODE("explore-code", false);

  private final String wireName;
  private final boolean endsInCommit;

  ReadyMade(String wireName, boolean endsInCommit) {
    this.wireName = wireName;
    this.endsInCommit = endsInCommit;
  }

  static Optional<ReadyMade> named(String name) {
    return Arrays.stream(values()).filter(task -> task.wireName.equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(task -> task.wireName).collect(Collectors.joining(", "));
  }

  boolean endsInCommit() {
    return endsInCommit;
  }
}
