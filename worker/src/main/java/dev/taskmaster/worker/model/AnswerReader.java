package dev.taskmaster.worker.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.events.EventJson;
import java.io.IOException;
import java.util.stream.Collectors;

/** Makes a value of a model's answer, or says what is wrong with it. */
@FunctionalInterface
public interface AnswerReader<T> {

  T read(String answer) throws UnusableAnswerException;

  /** The answer as it is, where it is not empty. */
  static AnswerReader<String> text() {
    return answer -> {
      if (answer.isBlank()) {
        throw new UnusableAnswerException("the answer is empty");
      }
      return answer;
    };
  }

  /** An answer in JSON, read by {@code reader}. */
  static <T> AnswerReader<T> json(JsonReader<T> reader) {
    return answer -> reader.read(tree(answer));
  }

  /**
   * An answer in JSON that becomes a record; {@code check} says what is wrong with one that could
   * be read. What a record's constructor refuses is told, too.
   */
  static <T> AnswerReader<T> json(Class<T> type, Check<T> check) {
    return json(
        tree -> {
          var value = bind(tree, type);
          check.check(value);
          return value;
        });
  }

  /** Reads a tree of JSON. */
  @FunctionalInterface
  interface JsonReader<T> {
    T read(JsonNode tree) throws UnusableAnswerException;
  }

  /** Looks at a value. */
  @FunctionalInterface
  interface Check<T> {
    void check(T value) throws UnusableAnswerException;
  }

  private static JsonNode tree(String answer) throws UnusableAnswerException {
    try {
      var tree = EventJson.mapper().readTree(answer);
      if (tree == null || !tree.isContainerNode()) {
        throw new UnusableAnswerException("the answer is not a JSON object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new UnusableAnswerException("the answer is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static <T> T bind(JsonNode tree, Class<T> type) throws UnusableAnswerException {
    try {
      return EventJson.mapper().treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw new UnusableAnswerException(
          "the JSON does not fit%s: %s".formatted(placeOf(e), e.getOriginalMessage()));
    } catch (IOException | RuntimeException e) {
      throw new UnusableAnswerException("the JSON does not fit: " + e.getMessage());
    }
  }

  private static String placeOf(JsonMappingException e) {
    var path =
        e.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : " at " + path;
  }
}
