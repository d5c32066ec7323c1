package dev.taskmaster.gateway.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.taskmaster.events.InvalidIdException;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.refusals.Refusal;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what requests carry, strictly: a field nobody knows is an error, not a silence. */
final class Bodies {
  private static final int MOST = 500;
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Bodies() {}

  /**
   * Reads a request's JSON.
   *
   * @throws Refusal naming the field at fault
   */
  static <T> T read(byte @Nullable [] body, Class<T> type) {
    if (body == null || body.length == 0) {
      throw Refusal.malformed(null, "The request has no body: send JSON.");
    }
    ObjectReader reader = STRICT.readerFor(type);
    try {
      T value = reader.readValue(body);
      if (value == null) {
        throw Refusal.malformed(null, "The request says null: send a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw Refusal.malformed(
          pathOf(e),
          "There is no field '%s'; known are %s."
              .formatted(
                  e.getPropertyName(),
                  e.getKnownPropertyIds().stream()
                      .map(String::valueOf)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    } catch (JsonMappingException e) {
      throw Refusal.malformed(
          pathOf(e), "The value of '%s' is of the wrong type: %s".formatted(pathOf(e), said(e)));
    } catch (JsonProcessingException e) {
      throw Refusal.malformed(null, "The body is not JSON: " + said(e));
    } catch (IOException e) {
      throw Refusal.malformed(null, "The body cannot be read: " + e.getMessage());
    }
  }

  /** The id of a task in a path. */
  static TaskId task(String text) {
    try {
      return new TaskId(text);
    } catch (InvalidIdException e) {
      throw Refusal.malformed("id", e.getMessage() + ".");
    }
  }

  /** The id of a project in a path. */
  static ProjectId project(String text) {
    try {
      return new ProjectId(text);
    } catch (InvalidIdException e) {
      throw Refusal.malformed("id", e.getMessage() + ".");
    }
  }

  /** How many a list may hold; {@code otherwise} where nothing is said. */
  static int limit(@Nullable Integer said, int otherwise) {
    if (said == null) {
      return otherwise;
    }
    if (said < 1 || said > MOST) {
      throw Refusal.malformed(
          "limit", "A limit of %d is not possible: say 1 to %d.".formatted(said, MOST));
    }
    return said;
  }

  private static String pathOf(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String said(JsonProcessingException e) {
    var message = e.getOriginalMessage();
    var place = e.getLocation();
    return (message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable"))
        + (place == null ? "" : " (line %d)".formatted(place.getLineNr()))
        + ".";
  }
}
