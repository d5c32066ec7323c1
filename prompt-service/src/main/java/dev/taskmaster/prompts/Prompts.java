package dev.taskmaster.prompts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where prompts are kept. Versions are never changed or removed. Faults of the store are thrown as
 * they are; none of them leaves a version half written. Safe for any number of threads and
 * processes.
 */
public interface Prompts {

  /** What {@link #add} did. */
  record Added(PromptVersion version, boolean isNew) {}

  /**
   * Makes each draft a version, or finds the one it repeats; see {@link Numbering}. All of them or
   * none.
   *
   * @param drafts of different names
   * @return one for each, in their order
   */
  List<Added> add(List<PromptDraft> drafts, Instant at);

  /** One alone. */
  default Added add(PromptDraft draft, Instant at) {
    return add(List.of(draft), at).getFirst();
  }

  /**
   * The most specific version whose tags are all among {@code tags}; at equal specificity a
   * person's before a shipped one, then the newest, then the one with the better outcome. Of a
   * name, only the newest version of a person and the newest shipped one count.
   */
  Optional<PromptVersion> best(Collection<Tag> tags);

  /**
   * The current version of each prompt that carries all of {@code tags} and has the words of {@code
   * text} (all prompts where both are empty), best match first.
   *
   * @param limit at most so many
   */
  List<PromptVersion> search(Collection<Tag> tags, String text, int limit);

  /** One version. */
  Optional<PromptVersion> find(PromptName name, int version);

  /** All versions of a name, newest first; empty where there is no such prompt. */
  List<PromptVersion> history(PromptName name);

  /** Counts how a node with that prompt ended. Returns whether there is such a version. */
  boolean recordOutcome(PromptName name, int version, boolean success);
}
