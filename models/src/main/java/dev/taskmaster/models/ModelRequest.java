package dev.taskmaster.models;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node asks of a model.
 *
 * @param pinned the catalogue name of the one model that may answer; null routes by tier
 * @param system may be empty
 * @param turns at least one, the last of the user
 * @param temperature null leaves it to the provider
 * @param maxOutputTokens the most that is wanted; a model's own limit and the money may lower it
 * @param schema the JSON the reply must be; null for text
 * @param deadline for the whole call, from connecting to the reply's last byte
 * @param spendLimit the most the call may cost, in the catalogue's currency; null for no limit
 */
public record ModelRequest(
    Tier tier,
    @Nullable String pinned,
    String system,
    List<Turn> turns,
    @Nullable Double temperature,
    int maxOutputTokens,
    @Nullable JsonSchemaSpec schema,
    Duration deadline,
    @Nullable BigDecimal spendLimit) {

  public ModelRequest {
    turns = List.copyOf(turns);
    if (turns.isEmpty() || turns.getLast().role() != Turn.Role.USER) {
      throw new IllegalArgumentException("a request ends with a turn of the user");
    }
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException("maxOutputTokens must be positive: " + maxOutputTokens);
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("the deadline must be positive: " + deadline);
    }
  }

  /** Starts a request at a tier. */
  public static Builder at(Tier tier) {
    return new Builder(tier);
  }

  /** Everything the model reads, as one text. */
  public String wholeText() {
    StringBuilder text = new StringBuilder(system);
    turns.forEach(turn -> text.append('\n').append(turn.text()));
    return text.toString();
  }

  /** Collects a request; what is not set has the default of {@link #build}. */
  public static final class Builder {
    private final Tier tier;
    private @Nullable String pinned;
    private String system = "";
    private final List<Turn> turns = new ArrayList<>();
    private @Nullable Double temperature;
    private int maxOutputTokens = 4096;
    private @Nullable JsonSchemaSpec schema;
    private Duration deadline = Duration.ofMinutes(5);
    private @Nullable BigDecimal spendLimit;

    private Builder(Tier tier) {
      this.tier = tier;
    }

    /** Only this model of the catalogue may answer. */
    public Builder pinned(@Nullable String modelName) {
      this.pinned = modelName;
      return this;
    }

    /** The system text. */
    public Builder system(String text) {
      this.system = text;
      return this;
    }

    /** Adds what is asked. */
    public Builder user(String text) {
      turns.add(Turn.user(text));
      return this;
    }

    /** Adds what a model said earlier. */
    public Builder assistant(String text) {
      turns.add(Turn.assistant(text));
      return this;
    }

    /** Adds turns. */
    public Builder turns(List<Turn> more) {
      turns.addAll(more);
      return this;
    }

    /** Sampling temperature. */
    public Builder temperature(@Nullable Double value) {
      this.temperature = value;
      return this;
    }

    /** The most output that is wanted; 4096 by default. */
    public Builder maxOutputTokens(int tokens) {
      this.maxOutputTokens = tokens;
      return this;
    }

    /** Asks for JSON of that schema. */
    public Builder schema(@Nullable JsonSchemaSpec spec) {
      this.schema = spec;
      return this;
    }

    /** Time for the whole call; five minutes by default. */
    public Builder deadline(Duration within) {
      this.deadline = within;
      return this;
    }

    /** The most the call may cost. */
    public Builder spendLimit(@Nullable BigDecimal amount) {
      this.spendLimit = amount;
      return this;
    }

    /** The request. */
    public ModelRequest build() {
      return new ModelRequest(
          tier, pinned, system, turns, temperature, maxOutputTokens, schema, deadline, spendLimit);
    }
  }
}
