package dev.taskmaster.planner.asking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what models write: absent, null and mistyped fields are empty. */
public final class Json {
  private static final int MOST_REASONS = 8;
  private static final int LONGEST_QUOTE = 100;

  private Json() {}

  /** The text of a field, without space around it; empty where there is none. */
  public static String text(JsonNode object, String field) {
    return object.path(field).asText("").strip();
  }

  /** The texts of a list; a single text counts as a list of one. */
  public static List<String> texts(JsonNode object, String field) {
    var value = object.path(field);
    if (value.isTextual()) {
      return value.asText().isBlank() ? List.of() : List.of(value.asText().strip());
    }
    return items(value).stream()
        .map(item -> item.asText("").strip())
        .filter(item -> !item.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * The objects of the list that an answer is about.
   *
   * @throws UnusableAnswerException where there is no such list
   */
  public static List<JsonNode> objects(JsonNode answer, String field)
      throws UnusableAnswerException {
    var value = answer.isArray() ? answer : answer.path(field);
    if (!value.isArray()) {
      throw new UnusableAnswerException("the answer has no list called \"" + field + "\"");
    }
    var reasons = new ArrayList<String>();
    var items = items(value);
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).isObject()) {
        reasons.add(field + "[" + i + "] is not an object");
      }
    }
    throwIfAny(reasons);
    return items;
  }

  /** Refuses an answer for all of {@code reasons} at once, the first few in full. */
  public static void throwIfAny(List<String> reasons) throws UnusableAnswerException {
    if (reasons.isEmpty()) {
      return;
    }
    var shown = String.join("; ", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    int more = reasons.size() - MOST_REASONS;
    throw new UnusableAnswerException(more > 0 ? shown + "; and " + more + " more" : shown);
  }

  /** What a model wrote, short enough to be said back. */
  public static String quoted(String text) {
    return "\""
        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text)
        + "\"";
  }

  private static List<JsonNode> items(JsonNode value) {
    return StreamSupport.stream(value.spliterator(), false).toList();
  }
}
