package dev.taskmaster.models.adapter.langchain4j;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.calls.Question;
import java.net.URI;

/**
 * LangChain4j's chat models, made for one call each: they are light, and so hold no key, no
 * connection and no state between calls. Their retries and their logging are off.
 */
final class ChatModels {

  /** Their builders insist on a key; the transport replaces it. */
  private static final String NO_KEY = "unused";

  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String ANTHROPIC = "https://api.anthropic.com/v1";
  private static final String OLLAMA = "http://127.0.0.1:11434";

  private ChatModels() {}

  static ChatModel of(Question question, MeteredTransport transport) {
    return switch (question.model().provider()) {
      case OPENAI -> openAi(question, transport);
      case ANTHROPIC -> anthropic(question, transport);
      case OLLAMA -> ollama(question, transport);
      case REPLAY -> throw new IllegalArgumentException("a recording has no endpoint");
    };
  }

  private static ChatModel openAi(Question question, MeteredTransport transport) {
    JsonSchemaSpec schema = question.request().schema();
    return OpenAiChatModel.builder()
        .httpClientBuilder(new TransportBuilder(transport))
        .baseUrl(baseUrl(question.model(), OPENAI))
        .apiKey(NO_KEY)
        .modelName(question.model().model())
        .strictJsonSchema(schema != null && schema.strict())
        .timeout(question.within())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  private static ChatModel anthropic(Question question, MeteredTransport transport) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(new TransportBuilder(transport))
        .baseUrl(versioned(baseUrl(question.model(), ANTHROPIC)))
        .apiKey(NO_KEY)
        .modelName(question.model().model())
        .timeout(question.within())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  private static ChatModel ollama(Question question, MeteredTransport transport) {
    return OllamaChatModel.builder()
        .httpClientBuilder(new TransportBuilder(transport))
        .baseUrl(baseUrl(question.model(), OLLAMA))
        .modelName(question.model().model())
        // Ollama's own default is small, and it cuts off silently what does not fit.
        .numCtx(question.model().contextTokens())
        .timeout(question.within())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  private static String baseUrl(Model model, String usual) {
    URI own = model.baseUrl();
    String url = own == null ? usual : own.toString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** Anthropic's address is often written without the version its paths start with. */
  private static String versioned(String url) {
    String path = URI.create(url).getPath();
    return path == null || path.isEmpty() ? url + "/v1" : url;
  }
}
