package dev.taskmaster.planner.asking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.List;

/**
 * One question.
 *
 * @param promptTags what the prompt is found by, the role first
 * @param user what the model reads beside the prompt
 * @param schemaName how the schema is called
 * @param schema JSON Schema of the answer; every object closed, every property required
 * @param reader makes the answer of the JSON, or says what is wrong with it
 */
public record Question<T>(
    List<String> promptTags, String user, String schemaName, String schema, Reader<T> reader) {
  public Question {
    promptTags = List.copyOf(promptTags);
  }

  /** Checks and reads an answer. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads {@code json}.
     *
     * @throws UnusableAnswerException with every reason, in words that help the model
     */
    T read(JsonNode json) throws UnusableAnswerException;
  }
}
