package dev.taskmaster.models.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.models.Price;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A recorded conversation. It has no state: the same request always gets the same answer. */
public final class Recording {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private final String recordedFrom;
  private final List<Exchange> exchanges;

  private Recording(String recordedFrom, List<Exchange> exchanges) {
    this.recordedFrom = recordedFrom;
    this.exchanges = List.copyOf(exchanges);
  }

  private record Json(String recordedFrom, List<Exchange> exchanges) {}

  /** What a recording says to a request. */
  public sealed interface Match {

    /** The most specific exchange that fits. */
    record Found(String exchange, String reply, long inputTokens, long outputTokens, Price price)
        implements Match {}

    /** No exchange fits; in words, which came closest and what it lacked. */
    record NotFound(String closest) implements Match {}
  }

  /**
   * Reads a recording.
   *
   * @throws InvalidRecordingException naming the file and what is wrong with it
   */
  public static Recording read(Path file) {
    try {
      Json json = JSON.readValue(Files.readString(file), Json.class);
      return new Recording(checkedOrigin(file, json), checkedExchanges(file, json));
    } catch (NoSuchFileException e) {
      throw new InvalidRecordingException(file, "does not exist");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new InvalidRecordingException(
          file, "line " + line + " is not as expected: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InvalidRecordingException(file, "cannot be read: " + e.getMessage());
    }
  }

  /** Where the conversation was recorded, in words. */
  public String recordedFrom() {
    return recordedFrom;
  }

  /** The most an exchange can cost per token, so that no reservation is too small. */
  public Price ceiling(Price otherwise) {
    return exchanges.stream()
        .map(exchange -> exchange.priceOr(otherwise))
        .reduce(otherwise, Price::orHigher);
  }

  /**
   * Looks for the answer.
   *
   * @param text all that the model would read
   * @param price of exchanges that carry none
   */
  public Match match(String text, Price price) {
    return exchanges.stream()
        .filter(exchange -> exchange.answers(text))
        // The first of the most specific: a reduction keeps its left side on ties.
        .reduce((one, other) -> other.requires().size() > one.requires().size() ? other : one)
        .<Match>map(
            exchange ->
                new Match.Found(
                    exchange.name(),
                    exchange.reply(),
                    exchange.inputTokens(),
                    exchange.outputTokens(),
                    exchange.priceOr(price)))
        .orElseGet(() -> new Match.NotFound(closest(text)));
  }

  private String closest(String text) {
    return exchanges.stream()
        .min(
            Comparator.comparingInt(
                    (Exchange exchange) ->
                        exchange.missing(text).size() + exchange.unwanted(text).size())
                .thenComparingInt(exchange -> exchange.missing(text).size())
                .thenComparing(
                    Comparator.comparingInt((Exchange exchange) -> exchange.requires().size())
                        .reversed()))
        .map(exchange -> describe(exchange, text))
        .orElse("the recording is empty");
  }

  private static String describe(Exchange exchange, String text) {
    StringBuilder words = new StringBuilder("closest is exchange '" + exchange.name() + "'");
    List<String> missing = exchange.missing(text);
    List<String> unwanted = exchange.unwanted(text);
    if (!missing.isEmpty()) {
      words.append(", the request lacks ").append(quoted(missing));
    }
    if (!unwanted.isEmpty()) {
      words.append(", the request must not contain ").append(quoted(unwanted));
    }
    return words.toString();
  }

  private static List<String> quoted(List<String> parts) {
    return parts.stream()
        .map(part -> part.length() <= 80 ? part : part.substring(0, 77) + "...")
        .map(part -> "\"" + part.replace("\n", "\\n") + "\"")
        .toList();
  }

  @SuppressWarnings("ConstantValue") // Jackson passes null for what a recording leaves out.
  private static String checkedOrigin(Path file, Json json) {
    if (json == null || json.recordedFrom() == null || json.recordedFrom().isBlank()) {
      throw new InvalidRecordingException(
          file, "does not say where it was recorded (recordedFrom)");
    }
    return json.recordedFrom();
  }

  @SuppressWarnings("ConstantValue") // Jackson passes null for what a recording leaves out.
  private static List<Exchange> checkedExchanges(Path file, Json json) {
    if (json.exchanges() == null || json.exchanges().isEmpty()) {
      throw new InvalidRecordingException(file, "has no exchanges");
    }
    for (Exchange exchange : json.exchanges()) {
      if (exchange.name() == null || exchange.reply() == null) {
        throw new InvalidRecordingException(file, "has an exchange without name or reply");
      }
      if (exchange.inputTokens() < 0 || exchange.outputTokens() < 0) {
        throw new InvalidRecordingException(
            file, "exchange '" + exchange.name() + "' has negative tokens");
      }
    }
    return json.exchanges();
  }
}
