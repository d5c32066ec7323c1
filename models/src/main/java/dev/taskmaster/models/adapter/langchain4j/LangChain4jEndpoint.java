package dev.taskmaster.models.adapter.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.taskmaster.models.FinishReason;
import dev.taskmaster.models.calls.Answer;
import dev.taskmaster.models.calls.Endpoint;
import dev.taskmaster.models.calls.Question;
import dev.taskmaster.models.wire.WireClient;
import dev.taskmaster.models.wire.WireOutcome;
import org.jspecify.annotations.Nullable;

/** The providers' wire formats as LangChain4j speaks them. */
public final class LangChain4jEndpoint implements Endpoint {

  private final WireClient wire = new WireClient();

  @Override
  public Answer ask(Question question) {
    MeteredTransport transport =
        new MeteredTransport(wire, question.model().provider(), question.key(), question.within());
    try {
      ChatResponse response = ChatModels.of(question, transport).chat(ChatRequests.of(question));
      return replied(transport.requestJson(), response);
    } catch (RuntimeException e) {
      // The transport saw how the exchange ended; LangChain4j's exception adds nothing to that.
      WireOutcome outcome =
          transport
              .outcome()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "the request to model '"
                              + question.model().name()
                              + "' could not be put together",
                          e));
      return new Answer.Failed(transport.requestJson(), outcome);
    }
  }

  private static Answer replied(String requestJson, ChatResponse response) {
    TokenUsage usage = response.tokenUsage();
    return new Answer.Replied(
        requestJson,
        response.aiMessage().text(),
        finish(response.finishReason()),
        usage == null ? null : usage.inputTokenCount(),
        usage == null ? null : usage.outputTokenCount());
  }

  private static FinishReason finish(dev.langchain4j.model.output.@Nullable FinishReason reason) {
    return switch (reason) {
      case null -> FinishReason.OTHER;
      case STOP -> FinishReason.STOP;
      case LENGTH -> FinishReason.LENGTH;
      case CONTENT_FILTER -> FinishReason.CONTENT_FILTER;
      case TOOL_EXECUTION, OTHER -> FinishReason.OTHER;
    };
  }
}
