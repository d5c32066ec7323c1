package dev.taskmaster.models.calls;

import dev.taskmaster.models.FinishReason;
import dev.taskmaster.models.wire.WireOutcome;
import org.jspecify.annotations.Nullable;

/** What an endpoint made of a question. All texts are free of the key. */
public sealed interface Answer {

  /** The body that was sent; empty where nothing was. */
  String requestJson();

  /**
   * A reply in the provider's format.
   *
   * @param text null where the reply has none
   * @param inputTokens null where the provider does not say
   * @param outputTokens null where the provider does not say
   */
  record Replied(
      String requestJson,
      @Nullable String text,
      FinishReason finish,
      @Nullable Integer inputTokens,
      @Nullable Integer outputTokens)
      implements Answer {}

  /** No reply, a refusal, or a 2xx reply that is not in the provider's format. */
  record Failed(String requestJson, WireOutcome outcome) implements Answer {}
}
