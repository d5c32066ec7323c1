package dev.taskmaster.models;

/** One message of a conversation. */
public record Turn(Role role, String text) {

  /** Who speaks. */
  public enum Role {
    USER,
    ASSISTANT
  }

  public Turn {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a turn needs text");
    }
  }

  /** What is asked. */
  public static Turn user(String text) {
    return new Turn(Role.USER, text);
  }

  /** What a model said earlier. */
  public static Turn assistant(String text) {
    return new Turn(Role.ASSISTANT, text);
  }
}
