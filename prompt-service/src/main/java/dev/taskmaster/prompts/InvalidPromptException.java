package dev.taskmaster.prompts;

import java.util.List;
import java.util.stream.Collectors;

/** What was said about a prompt cannot be taken; each violation names its field and the way out. */
public final class InvalidPromptException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Violation> violations;

  /** One field and what is wrong with it. */
  public record Violation(String field, String message) {}

  InvalidPromptException(List<Violation> violations) {
    super(
        violations.stream()
            .map(violation -> violation.field() + ": " + violation.message())
            .collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /** One violation. */
  public static InvalidPromptException of(String field, String message) {
    return new InvalidPromptException(List.of(new Violation(field, message)));
  }

  /** All of them, in the order of the fields. */
  public List<Violation> violations() {
    return violations;
  }
}
