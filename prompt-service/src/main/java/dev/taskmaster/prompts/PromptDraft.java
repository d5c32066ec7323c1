package dev.taskmaster.prompts;

import dev.taskmaster.prompts.InvalidPromptException.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wants to be a version of a prompt.
 *
 * @param text at most {@link #MOST_BYTES} of UTF-8, without trailing white space
 * @param tags sorted, without duplicates
 * @param author {@link #SHIPPED}, or how a person or team is called
 */
public record PromptDraft(PromptName name, String text, List<Tag> tags, String author) {
  /** The author of the prompts that come with the product. */
  public static final String SHIPPED = "taskmaster";

  /** What a text may have at most. */
  public static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_TAGS = 32;
  private static final int LONGEST_AUTHOR = 100;
  private static final String SOMEBODY = "person";

  public PromptDraft {
    tags = List.copyOf(new TreeSet<>(tags));
  }

  /**
   * What a person sent.
   *
   * @throws InvalidPromptException naming every field that is wrong
   */
  public static PromptDraft byPerson(
      @Nullable String name,
      @Nullable String text,
      @Nullable List<@Nullable String> tags,
      @Nullable String author) {
    var violations = new ArrayList<Violation>();
    checkName(name, violations);
    var clean = text == null ? "" : cleaned(text);
    checkText(clean, violations);
    var written = tags == null ? List.<@Nullable String>of() : tags;
    checkTags(written, violations);
    var by = author == null || author.isBlank() ? SOMEBODY : author.strip();
    checkAuthor(by, violations);
    if (!violations.isEmpty() || name == null) {
      throw new InvalidPromptException(violations);
    }
    return new PromptDraft(
        new PromptName(name),
        clean,
        written.stream().map(tag -> new Tag(String.valueOf(tag))).toList(),
        by);
  }

  /** One that comes with the product. */
  public static PromptDraft shipped(PromptName name, String text, List<Tag> tags) {
    var violations = new ArrayList<Violation>();
    var clean = cleaned(text);
    checkText(clean, violations);
    if (!violations.isEmpty()) {
      throw new InvalidPromptException(violations);
    }
    return new PromptDraft(name, clean, tags, SHIPPED);
  }

  private static void checkName(@Nullable String name, List<Violation> violations) {
    if (name == null || name.isBlank()) {
      violations.add(new Violation("name", "is missing: use " + PromptName.RULE));
    } else if (!PromptName.valid(name)) {
      violations.add(
          new Violation("name", "'" + brief(name) + "' is not a name: use " + PromptName.RULE));
    }
  }

  private static void checkText(String text, List<Violation> violations) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (text.isBlank()) {
      violations.add(new Violation("text", "is empty: write what the model is to be told"));
    } else if (bytes > MOST_BYTES) {
      violations.add(
          new Violation(
              "text",
              "has " + bytes + " bytes: a prompt may have " + MOST_BYTES + ", so shorten it"));
    } else if (text.indexOf('\0') >= 0) {
      violations.add(new Violation("text", "contains a NUL character: send plain text"));
    }
  }

  private static void checkTags(List<@Nullable String> tags, List<Violation> violations) {
    if (tags.size() > MOST_TAGS) {
      violations.add(new Violation("tags", "are " + tags.size() + ": use at most " + MOST_TAGS));
      return;
    }
    for (int i = 0; i < tags.size(); i++) {
      var tag = tags.get(i);
      if (tag == null || !Tag.valid(tag)) {
        violations.add(
            new Violation("tags[" + i + "]", "'" + brief(tag) + "' is not a tag: use " + Tag.RULE));
      }
    }
  }

  private static void checkAuthor(String author, List<Violation> violations) {
    if (author.equals(SHIPPED)) {
      violations.add(
          new Violation("author", "'" + SHIPPED + "' marks what is shipped: use a name of yours"));
    } else if (author.length() > LONGEST_AUTHOR) {
      violations.add(
          new Violation("author", "is longer than " + LONGEST_AUTHOR + " characters: shorten it"));
    }
  }

  private static String cleaned(String text) {
    return text.replace("\r\n", "\n").stripTrailing();
  }

  private static String brief(@Nullable String text) {
    return text == null || text.length() <= 80 ? String.valueOf(text) : text.substring(0, 80) + "…";
  }
}
