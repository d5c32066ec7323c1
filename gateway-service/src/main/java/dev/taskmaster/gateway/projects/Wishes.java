package dev.taskmaster.gateway.projects;

import org.jspecify.annotations.Nullable;

/**
 * What a person says for one task over what the project says.
 *
 * @param test the test command; null for what the project says
 * @param build the build command; null for what the project says
 */
public record Wishes(@Nullable String test, @Nullable String build) {
  /** Nothing beside what the project says. */
  public static Wishes none() {
    return new Wishes(null, null);
  }
}
