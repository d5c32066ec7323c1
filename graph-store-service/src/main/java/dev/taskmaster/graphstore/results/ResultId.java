package dev.taskmaster.graphstore.results;

/**
 * Where a result is found again.
 *
 * @param scope the task or the project within which it may be shared
 * @param key what it was made from
 */
public record ResultId(String scope, String key) implements Comparable<ResultId> {
  @Override
  public int compareTo(ResultId other) {
    int order = scope.compareTo(other.scope);
    return order != 0 ? order : key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return scope + "/" + key;
  }
}
