package dev.taskmaster.worker.model;

import dev.taskmaster.events.FaultKind;
import dev.taskmaster.models.JsonSchemaSpec;
import dev.taskmaster.models.Tier;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.AttemptFailedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a node asks of a model.
 *
 * @param system the prompt
 * @param user the composed inputs, see {@link UserText}
 * @param temperature null leaves it to the provider
 * @param schema the JSON wanted; null for text
 * @param maxAsks how often it is asked at most when answers cannot be used; from 1
 * @param deadline for each call
 */
public record ModelQuestion(
    String system,
    String user,
    Tier tier,
    @Nullable Double temperature,
    int maxOutputTokens,
    @Nullable JsonSchemaSpec schema,
    int maxAsks,
    Duration deadline) {

  private static final int DEFAULT_OUTPUT_TOKENS = 8192;
  private static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

  public ModelQuestion {
    if (maxAsks < 1) {
      throw new IllegalArgumentException("a question is asked at least once");
    }
  }

  /**
   * A question with what the node's opinions say about tier, temperature and length. The tier is
   * the authored one, else the lane the attempt came by, else the task's, else the cheapest.
   */
  public static ModelQuestion of(Attempt attempt, String system, String user) {
    var order = attempt.order();
    return new ModelQuestion(
        system,
        user,
        tierOf(attempt),
        order.number("temperature").orElse(null),
        order.number("maxOutputTokens").map(Double::intValue).orElse(DEFAULT_OUTPUT_TOKENS),
        null,
        1,
        DEFAULT_DEADLINE);
  }

  /** Asks for JSON, up to three times. */
  public ModelQuestion forJson(JsonSchemaSpec wanted) {
    return new ModelQuestion(system, user, tier, temperature, maxOutputTokens, wanted, 3, deadline);
  }

  /** Asks at most so often. */
  public ModelQuestion asks(int most) {
    return new ModelQuestion(
        system, user, tier, temperature, maxOutputTokens, schema, most, deadline);
  }

  /** Waits so long for a reply. */
  public ModelQuestion within(Duration time) {
    return new ModelQuestion(
        system, user, tier, temperature, maxOutputTokens, schema, maxAsks, time);
  }

  private static Tier tierOf(Attempt attempt) {
    var authored = attempt.order().text("tier");
    if (authored.isPresent()) {
      return parsed(authored.get());
    }
    for (var tier : Tier.values()) {
      if (tier.wireName().equals(attempt.lane())) {
        return tier;
      }
    }
    var asked = attempt.order().options().tier();
    return asked == null ? Tier.ECONOMY : parsed(asked);
  }

  private static Tier parsed(String name) {
    try {
      return Tier.parse(name);
    } catch (IllegalArgumentException e) {
      throw new AttemptFailedException(FaultKind.CONFIGURATION, String.valueOf(e.getMessage()));
    }
  }
}
