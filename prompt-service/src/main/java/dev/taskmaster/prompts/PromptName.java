package dev.taskmaster.prompts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a prompt across its versions, such as {@code code-change}. */
public record PromptName(@JsonValue String value) implements Comparable<PromptName> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

  /** What a name may be, for messages. */
  static final String RULE =
      "1 to 64 lower-case letters, digits, dots, dashes or underscores, such as code-change";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PromptName {
    if (!valid(value)) {
      throw InvalidPromptException.of("name", "'" + value + "' is not a name: use " + RULE);
    }
  }

  static boolean valid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(PromptName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
