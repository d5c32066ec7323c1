package dev.taskmaster.models.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.taskmaster.models.Price;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question and answer of a recorded conversation.
 *
 * @param requires parts that a request must contain to be this question
 * @param forbids parts that it must not contain
 * @param pricePerMTok what it cost when it was recorded; null where the model's entry says
 */
record Exchange(
    @JsonProperty(required = true) String name,
    List<String> requires,
    List<String> forbids,
    @JsonProperty(required = true) String reply,
    @JsonProperty(required = true) long inputTokens,
    @JsonProperty(required = true) long outputTokens,
    @Nullable RecordedPrice pricePerMTok) {

  /** The price as a recording writes it. */
  record RecordedPrice(BigDecimal in, BigDecimal out) {}

  @SuppressWarnings("ConstantValue") // Jackson passes null for what a recording leaves out.
  Exchange {
    requires = requires == null ? List.of() : List.copyOf(requires);
    forbids = forbids == null ? List.of() : List.copyOf(forbids);
  }

  boolean answers(String text) {
    return missing(text).isEmpty() && unwanted(text).isEmpty();
  }

  List<String> missing(String text) {
    return requires.stream().filter(part -> !text.contains(part)).toList();
  }

  List<String> unwanted(String text) {
    return forbids.stream().filter(text::contains).toList();
  }

  Price priceOr(Price otherwise) {
    return pricePerMTok == null ? otherwise : new Price(pricePerMTok.in(), pricePerMTok.out());
  }
}
