package dev.taskmaster.prompts.shipped;

import dev.taskmaster.prompts.PromptDraft;
import dev.taskmaster.prompts.PromptName;
import dev.taskmaster.prompts.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a prompt in a file: a head between lines of three dashes with {@code name} and {@code
 * tags}, then the text.
 */
public final class PromptFile {
  private static final Pattern FORM =
      Pattern.compile(
          "\\A---\\R"
              + "name:[ \\t]*(?<name>\\S+)[ \\t]*\\R"
              + "tags:[ \\t]*\\[(?<tags>[^\\]\\r\\n]*)\\][ \\t]*\\R"
              + "---\\R(?<text>.*)\\z",
          Pattern.DOTALL);

  private PromptFile() {}

  /**
   * Reads one.
   *
   * @param origin how the file is called, for messages
   * @throws IllegalArgumentException naming the file and what it lacks
   */
  public static PromptDraft parse(String origin, String content) {
    Matcher parts = FORM.matcher(content);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          origin + " does not begin with ---, name: …, tags: […], --- on lines of their own");
    }
    return PromptDraft.shipped(
        new PromptName(parts.group("name")), parts.group("text"), tags(parts.group("tags")));
  }

  private static List<Tag> tags(String list) {
    return Arrays.stream(list.split(",", -1)).filter(tag -> !tag.isBlank()).map(Tag::new).toList();
  }
}
