package dev.taskmaster.prompts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/**
 * A text that never changes again; plans refer to it as {@code name@version}.
 *
 * @param version from 1, without gaps within a name
 * @param hash SHA-256 of the text, in hex
 * @param uses how many nodes with this prompt came to an end
 * @param successes how many of them well
 */
public record PromptVersion(
    PromptName name,
    int version,
    String text,
    List<Tag> tags,
    String hash,
    String author,
    Instant createdAt,
    long uses,
    long successes) {
  public PromptVersion {
    tags = List.copyOf(tags);
  }

  /** Whether it came with the product. */
  @JsonIgnore
  public boolean isShipped() {
    return author.equals(PromptDraft.SHIPPED);
  }
}
