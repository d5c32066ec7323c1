package dev.taskmaster.models;

import java.util.Locale;

/** Whose wire format a model's endpoint speaks. */
public enum Provider {
  /** Any OpenAI-compatible endpoint. */
  OPENAI,
  ANTHROPIC,
  OLLAMA,
  /** A recorded conversation; its replies are always marked as recorded. */
  REPLAY;

  /** The name used in {@code models.yaml}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return wireName();
  }
}
