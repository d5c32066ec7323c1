package dev.taskmaster.prompts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says what a prompt is for: a role, a language, an engine, a library. Case and spaces do not
 * count: {@code Unreal Plugin } is {@code unreal plugin}.
 */
public record Tag(@JsonValue String value) implements Comparable<Tag> {
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}.]([\\p{L}\\p{N}+#._/ -]{0,62}[\\p{L}\\p{N}+#])?");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What a tag may be, for messages. */
  static final String RULE =
      "1 to 64 letters, digits, spaces or + # . _ / -, such as c++ or unreal plugin";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Tag {
    value = normal(value);
    if (!FORM.matcher(value).matches()) {
      throw InvalidPromptException.of("tags", "'" + value + "' is not a tag: use " + RULE);
    }
  }

  static boolean valid(String text) {
    return FORM.matcher(normal(text)).matches();
  }

  private static String normal(String text) {
    return SPACES.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Tag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
