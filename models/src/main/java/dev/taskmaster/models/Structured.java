package dev.taskmaster.models;

import java.util.Locale;
import java.util.Optional;

/** How an endpoint can be asked for a JSON reply, from the strictest to the loosest. */
@SuppressWarnings("EnumOrdinal") // The order is the meaning: each is looser than the one before.
public enum Structured {
  /** The endpoint takes a JSON Schema as the response format. */
  SCHEMA,
  /** The endpoint takes "a JSON object" as the response format; the schema goes into the prompt. */
  JSON,
  /** Nothing but the prompt asks for JSON. */
  PROMPT;

  /** The name used in {@code models.yaml}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What to try when an endpoint refuses this one. */
  public Optional<Structured> looser() {
    return this == PROMPT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  @Override
  public String toString() {
    return wireName();
  }
}
