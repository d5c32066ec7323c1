package dev.taskmaster.models.calls;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taskmaster.models.BudgetExceededException;
import dev.taskmaster.models.FinishReason;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.NotRecorded;
import dev.taskmaster.models.Usage;
import dev.taskmaster.models.replay.Recording;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Answers from recorded conversations. */
final class RecordedCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Path, Recording> recordings = new ConcurrentHashMap<>();
  private final String currency;

  RecordedCalls(String currency) {
    this.currency = currency;
  }

  ModelReply call(Model model, ModelRequest request, long started) {
    Path file = Objects.requireNonNull(model.recording());
    Recording recording = recordings.computeIfAbsent(file, Recording::read);
    return switch (recording.match(request.wholeText(), model.price())) {
      case Recording.Match.Found found -> reply(model, request, recording, found, started);
      case Recording.Match.NotFound missed ->
          throw new NotRecorded(
              model.name(),
              "the recording "
                  + file.getFileName()
                  + " holds no answer to this request: "
                  + missed.closest(),
              "a recording answers only what was recorded; configure a real model for other work");
    };
  }

  private ModelReply reply(
      Model model,
      ModelRequest request,
      Recording recording,
      Recording.Match.Found found,
      long started) {
    Usage usage =
        Usage.priced(found.inputTokens(), found.outputTokens(), false, found.price(), currency);
    BigDecimal limit = request.spendLimit();
    if (limit != null && usage.amount().compareTo(limit) > 0) {
      throw new BudgetExceededException(
          model.name(),
          "the recorded call cost "
              + usage.amount().toPlainString()
              + " "
              + currency
              + ", but "
              + limit.toPlainString()
              + " is left",
          "raise the budget");
    }
    return new ModelReply(
        Metering.clean(found.reply(), request.schema()),
        found.reply(),
        model.name(),
        model.provider(),
        model.tier(),
        usage,
        FinishReason.STOP,
        (System.nanoTime() - started) / 1_000_000,
        1,
        List.of(
            "recorded from " + recording.recordedFrom() + ", exchange '" + found.exchange() + "'"),
        true,
        requestJson(model, request));
  }

  /** What a real endpoint would have been sent, for the transcript. */
  private static String requestJson(Model model, ModelRequest request) {
    ObjectNode body = JSON.createObjectNode().put("model", model.model());
    ArrayNode messages = body.putArray("messages");
    if (!request.system().isBlank()) {
      messages.addObject().put("role", "system").put("content", request.system());
    }
    request
        .turns()
        .forEach(
            turn ->
                messages
                    .addObject()
                    .put("role", turn.role().name().toLowerCase(java.util.Locale.ROOT))
                    .put("content", turn.text()));
    return body.toString();
  }
}
