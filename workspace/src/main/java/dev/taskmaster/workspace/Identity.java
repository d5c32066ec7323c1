package dev.taskmaster.workspace;

/** Who a commit is from. Characters that would break a commit's header are refused. */
public record Identity(String name, String email) {
  public Identity {
    check(name, "name");
    check(email, "e-mail");
  }

  private static void check(String value, String what) {
    boolean bad = value.isBlank() || value.chars().anyMatch(c -> c < ' ' || c == '<' || c == '>');
    if (bad) {
      throw new IllegalArgumentException(
          "the %s of a commit's author must not be empty or contain < > or control characters"
              .formatted(what));
    }
  }
}
