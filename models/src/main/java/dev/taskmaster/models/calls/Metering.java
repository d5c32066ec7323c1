package dev.taskmaster.models.calls;

import dev.taskmaster.models.FinishReason;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.BadRequest;
import dev.taskmaster.models.PermanentModelException.Malformed;
import dev.taskmaster.models.PermanentModelException.Truncated;
import dev.taskmaster.models.StructuredReply;
import dev.taskmaster.models.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a metered reply, or the fault it is, of what an endpoint replied. */
final class Metering {

  private final Model model;
  private final ModelRequest request;
  private final Allowance allowance;
  private final String currency;

  Metering(Model model, ModelRequest request, Allowance allowance, String currency) {
    this.model = model;
    this.request = request;
    this.allowance = allowance;
    this.currency = currency;
  }

  ModelReply reply(Answer.Replied replied, long millis, int attempts, List<String> notes) {
    String raw = replied.text() == null ? "" : replied.text();
    Usage usage = usage(replied, raw);
    String text = clean(raw, request.schema());
    check(replied.finish(), text, usage);
    return new ModelReply(
        text,
        raw,
        model.name(),
        model.provider(),
        model.tier(),
        usage,
        replied.finish(),
        millis,
        attempts,
        notes,
        false,
        replied.requestJson());
  }

  private void check(FinishReason finish, String text, Usage usage) {
    if (finish == FinishReason.LENGTH) {
      throw new Truncated(
          model.name(),
          "the reply was cut off at " + allowance.maxOutputTokens() + " output tokens",
          "split the node, raise its output limit, or use a model that thinks less",
          usage,
          text);
    }
    if (!text.isBlank()) {
      return;
    }
    if (finish == FinishReason.CONTENT_FILTER) {
      throw new BadRequest(
          model.name(),
          "the provider's content filter withheld the reply",
          "reword the node or use another model",
          usage);
    }
    throw new Malformed(
        model.name(), "the reply has no text", "try another model or a larger output limit", usage);
  }

  private Usage usage(Answer.Replied replied, String raw) {
    // A provider that reports zero for a text that is there does not count.
    boolean inputKnown = known(replied.inputTokens()) > 0;
    boolean outputKnown =
        known(replied.outputTokens()) > 0 || (replied.outputTokens() != null && raw.isEmpty());
    return Usage.priced(
        inputKnown ? known(replied.inputTokens()) : allowance.inputTokens(),
        outputKnown ? known(replied.outputTokens()) : Tokens.count(raw),
        !inputKnown || !outputKnown,
        model.price(),
        currency);
  }

  private static int known(@Nullable Integer tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }

  /** The text a caller works with. */
  static String clean(String raw, @Nullable JsonSchemaSpec schema) {
    String text = StructuredReply.withoutThoughts(raw);
    if (schema == null) {
      return text;
    }
    return (schema.wantsObject() ? StructuredReply.jsonObject(raw) : StructuredReply.json(raw))
        .orElse(text.strip());
  }
}
