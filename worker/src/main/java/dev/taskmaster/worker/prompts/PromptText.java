package dev.taskmaster.worker.prompts;

import java.util.List;

/**
 * One version of a prompt; never changes.
 *
 * @param text the system text of a request
 * @param hash identity of the text
 */
public record PromptText(String name, int version, String text, List<String> tags, String hash) {
  public PromptText {
    if (name == null || name.isBlank() || text == null) {
      throw new IllegalArgumentException("a prompt has a name and a text");
    }
    tags = tags == null ? List.of() : List.copyOf(tags);
    hash = hash == null ? "" : hash;
  }

  /** How a plan refers to it: {@code name@version}. */
  public String reference() {
    return name + "@" + version;
  }
}
