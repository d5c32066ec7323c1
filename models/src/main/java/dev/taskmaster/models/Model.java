package dev.taskmaster.models;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue. It holds the name of the key's environment variable, never the key.
 *
 * @param name what a person calls it; unique in the catalogue
 * @param model what the provider calls it
 * @param baseUrl the endpoint; null means the provider's own
 * @param keyName the environment variable that holds the key; null where none is needed
 * @param contextTokens how much it can read and write together
 * @param maxOutputTokens the most it is ever asked to write in one call
 * @param recording the recorded conversation; set exactly for {@link Provider#REPLAY}
 */
public record Model(
    String name,
    Provider provider,
    String model,
    Tier tier,
    @Nullable URI baseUrl,
    @Nullable String keyName,
    Price price,
    int contextTokens,
    int maxOutputTokens,
    Structured structured,
    @Nullable Path recording) {

  /** Assumed where a file does not say. */
  public static final int DEFAULT_CONTEXT_TOKENS = 32_768;

  private static final int DEFAULT_OUTPUT_TOKENS = 8_192;

  public Model {
    if (name.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("a model needs a name and the provider's model id");
    }
    if (contextTokens < 1 || maxOutputTokens < 1) {
      throw new IllegalArgumentException("model '" + name + "' needs positive token limits");
    }
    if ((provider == Provider.REPLAY) != (recording != null)) {
      throw new IllegalArgumentException(
          "model '" + name + "': exactly the provider replay has a recording");
    }
  }

  /** What a model may write in one call where a file does not say. */
  public static int defaultMaxOutputTokens(int contextTokens) {
    return Math.max(1, Math.min(DEFAULT_OUTPUT_TOKENS, contextTokens / 4));
  }

  /** Whether its replies come from a recording. */
  public boolean recorded() {
    return provider == Provider.REPLAY;
  }
}
