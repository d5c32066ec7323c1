package dev.taskmaster.models;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a model meant in what it wrote: no leading thinking, no fences, the first JSON value.
 */
public final class StructuredReply {

  private static final Pattern LEADING_THOUGHT =
      Pattern.compile("\\A\\s*<(think|thinking|reasoning)>.*?(?:</\\1>|\\z)\\s*", Pattern.DOTALL);

  private static final String CLOSING_TAG = "</think>";

  private static final ObjectReader JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).reader();

  /** How many starts of a value are tried before a text counts as holding none. */
  private static final int MOST_STARTS = 200;

  private StructuredReply() {}

  /** The text after a leading thinking block; thinking tags elsewhere are content and stay. */
  public static String withoutThoughts(String raw) {
    String text = raw;
    Matcher thought = LEADING_THOUGHT.matcher(text);
    while (thought.find()) {
      text = text.substring(thought.end());
      thought = LEADING_THOUGHT.matcher(text);
    }
    return withoutUnopenedThought(text);
  }

  /** Some servers swallow the opening tag; the closing one then stands on a line of its own. */
  private static String withoutUnopenedThought(String text) {
    int close = text.indexOf(CLOSING_TAG);
    int open = text.indexOf("<think>");
    if (close < 0 || (open >= 0 && open < close) || (close > 0 && text.charAt(close - 1) != '\n')) {
      return text;
    }
    String after = text.substring(close + CLOSING_TAG.length());
    return after.isBlank() || after.startsWith("\n") ? after.stripLeading() : text;
  }

  /** The first JSON object or array of a reply, exactly as the model wrote it. */
  public static Optional<String> json(String raw) {
    return firstValue(withoutThoughts(raw), "{[");
  }

  /** The first JSON object of a reply, exactly as the model wrote it. */
  public static Optional<String> jsonObject(String raw) {
    return firstValue(withoutThoughts(raw), "{");
  }

  private static Optional<String> firstValue(String text, String starts) {
    int tried = 0;
    for (int at = 0; at < text.length() && tried < MOST_STARTS; at++) {
      if (starts.indexOf(text.charAt(at)) >= 0) {
        tried++;
        int end = endOfValue(text, at);
        if (end > 0) {
          return Optional.of(text.substring(at, end));
        }
      }
    }
    return Optional.empty();
  }

  private static int endOfValue(String text, int start) {
    try (JsonParser parser = JSON.createParser(text.substring(start))) {
      JsonNode value = parser.readValueAsTree();
      return value != null && value.isContainerNode()
          ? start + Math.toIntExact(parser.currentLocation().getCharOffset())
          : -1;
    } catch (JacksonException notHere) {
      return -1;
    } catch (IOException e) {
      throw new IllegalStateException("reading a string failed", e);
    }
  }
}
