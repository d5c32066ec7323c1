package dev.taskmaster.models.adapter.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Structured;
import dev.taskmaster.models.Turn;
import dev.taskmaster.models.calls.Question;
import java.util.ArrayList;
import java.util.List;

/** Puts a question into LangChain4j's words. */
final class ChatRequests {

  private ChatRequests() {}

  static ChatRequest of(Question question) {
    return ChatRequest.builder()
        .messages(messages(question))
        .parameters(
            question.form().completionTokens()
                ? completionTokens(question)
                : common(DefaultChatRequestParameters.builder(), question)
                    .maxOutputTokens(question.maxOutputTokens())
                    .build())
        .build();
  }

  private static OpenAiChatRequestParameters completionTokens(Question question) {
    OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
    common(parameters, question);
    return parameters.maxCompletionTokens(question.maxOutputTokens()).build();
  }

  private static <B extends DefaultChatRequestParameters.Builder<?>> B common(
      B parameters, Question question) {
    Double temperature = question.request().temperature();
    if (temperature != null && question.form().temperature()) {
      parameters.temperature(temperature);
    }
    JsonSchemaSpec schema = question.request().schema();
    if (schema != null) {
      switch (structured(question)) {
        case SCHEMA -> parameters.responseFormat(schemaFormat(schema));
        case JSON -> parameters.responseFormat(ResponseFormat.JSON);
        case PROMPT -> {
          // Only the prompt asks.
        }
      }
    }
    return parameters;
  }

  private static ResponseFormat schemaFormat(JsonSchemaSpec schema) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder()
                .name(schema.name())
                .rootElement(JsonRawSchema.from(schema.schema()))
                .build())
        .build();
  }

  private static Structured structured(Question question) {
    Structured form = question.form().structured();
    boolean schemaless =
        question.model().provider() == Provider.ANTHROPIC && form == Structured.JSON;
    return schemaless ? Structured.PROMPT : form;
  }

  private static List<ChatMessage> messages(Question question) {
    List<ChatMessage> messages = new ArrayList<>();
    String system = system(question);
    if (!system.isBlank()) {
      messages.add(SystemMessage.from(system));
    }
    for (Turn turn : question.request().turns()) {
      messages.add(
          turn.role() == Turn.Role.USER
              ? UserMessage.from(turn.text())
              : AiMessage.from(turn.text()));
    }
    return messages;
  }

  private static String system(Question question) {
    String system = question.request().system();
    JsonSchemaSpec schema = question.request().schema();
    if (schema == null || structured(question) == Structured.SCHEMA) {
      return system;
    }
    String ask =
        "Answer with one JSON value and nothing else. It must follow this JSON Schema:\n"
            + schema.schema();
    return system.isBlank() ? ask : system + "\n\n" + ask;
  }
}
