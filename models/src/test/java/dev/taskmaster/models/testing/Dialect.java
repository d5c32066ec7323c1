package dev.taskmaster.models.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The wire formats the scripted server writes; the request's path says which. */
enum Dialect {
  OPENAI,
  ANTHROPIC,
  OLLAMA;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A message, in no dialect yet; token counts below 0 are left out. */
  record Message(
      String model, String text, String reasoning, boolean cutOff, long input, long output) {}

  static Dialect of(String path) {
    if (path.endsWith("/messages")) {
      return ANTHROPIC;
    }
    return path.endsWith("/api/chat") ? OLLAMA : OPENAI;
  }

  String write(Message message) {
    return switch (this) {
      case OPENAI -> openAi(message);
      case ANTHROPIC -> anthropic(message);
      case OLLAMA -> ollama(message);
    };
  }

  /** The same message as server-sent events, in two pieces. */
  static String openAiStream(Message message) {
    int half = message.text().length() / 2;
    ObjectNode last = chunk(message, message.text().substring(half));
    ((ObjectNode) last.path("choices").path(0))
        .put("finish_reason", message.cutOff() ? "length" : "stop");
    addOpenAiUsage(last, message);
    return "data: "
        + chunk(message, message.text().substring(0, half))
        + "\n\ndata: "
        + last
        + "\n\ndata: [DONE]\n\n";
  }

  private static ObjectNode chunk(Message message, String text) {
    ObjectNode chunk = JSON.createObjectNode();
    chunk.put("id", "scripted").put("object", "chat.completion.chunk").put("created", 0);
    chunk.put("model", message.model());
    chunk.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", text);
    return chunk;
  }

  private static String openAi(Message message) {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("id", "scripted").put("object", "chat.completion").put("created", 0);
    reply.put("model", message.model());
    ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", message.cutOff() ? "length" : "stop");
    ObjectNode content = choice.putObject("message").put("role", "assistant");
    content.put("content", message.text());
    if (!message.reasoning().isEmpty()) {
      content.put("reasoning_content", message.reasoning());
    }
    addOpenAiUsage(reply, message);
    return reply.toString();
  }

  private static void addOpenAiUsage(ObjectNode reply, Message message) {
    if (message.input() >= 0) {
      reply
          .putObject("usage")
          .put("prompt_tokens", message.input())
          .put("completion_tokens", message.output())
          .put("total_tokens", message.input() + message.output());
    }
  }

  private static String anthropic(Message message) {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("id", "scripted").put("type", "message").put("role", "assistant");
    reply.put("model", message.model());
    reply.putArray("content").addObject().put("type", "text").put("text", message.text());
    reply.put("stop_reason", message.cutOff() ? "max_tokens" : "end_turn");
    if (message.input() >= 0) {
      reply
          .putObject("usage")
          .put("input_tokens", message.input())
          .put("output_tokens", message.output());
    }
    return reply.toString();
  }

  private static String ollama(Message message) {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("model", message.model()).put("created_at", "2026-01-01T00:00:00Z");
    ObjectNode content = reply.putObject("message").put("role", "assistant");
    content.put("content", message.text());
    if (!message.reasoning().isEmpty()) {
      content.put("thinking", message.reasoning());
    }
    reply.put("done", true).put("done_reason", message.cutOff() ? "length" : "stop");
    if (message.input() >= 0) {
      reply.put("prompt_eval_count", message.input()).put("eval_count", message.output());
    }
    return reply.toString();
  }
}
