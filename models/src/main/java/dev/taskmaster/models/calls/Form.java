package dev.taskmaster.models.calls;

import dev.taskmaster.models.Structured;
import java.util.Locale;
import java.util.Optional;

/**
 * The form of request an endpoint takes.
 *
 * @param completionTokens whether the output limit is called {@code max_completion_tokens}
 * @param temperature whether a temperature may be set
 */
public record Form(Structured structured, boolean completionTokens, boolean temperature) {

  /** What is tried first. */
  static Form first(Structured structured) {
    return new Form(structured, false, true);
  }

  /**
   * What to try after a refusal.
   *
   * @param refusal what the endpoint said
   * @param wantsJson whether the refused request asked for JSON
   */
  Optional<Form> after(String refusal, boolean wantsJson) {
    String words = refusal.toLowerCase(Locale.ROOT);
    if (!completionTokens && words.contains("max_completion_tokens")) {
      return Optional.of(new Form(structured, true, temperature));
    }
    if (temperature && words.contains("temperature")) {
      return Optional.of(new Form(structured, completionTokens, false));
    }
    return wantsJson
        ? structured.looser().map(looser -> new Form(looser, completionTokens, temperature))
        : Optional.empty();
  }

  /** The difference to another form, in words. */
  String changeTo(Form other) {
    if (structured != other.structured) {
      return "structured output '" + structured + "' refused, '" + other.structured + "' used";
    }
    return completionTokens != other.completionTokens
        ? "max_tokens refused, max_completion_tokens used"
        : "temperature refused, the model's own used";
  }
}
