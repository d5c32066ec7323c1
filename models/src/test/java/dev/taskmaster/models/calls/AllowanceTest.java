package dev.taskmaster.models.calls;

import static dev.taskmaster.models.Models.named;
import static dev.taskmaster.models.Models.withLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.models.BudgetExceededException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.ContextTooLong;
import dev.taskmaster.models.Tier;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final Model MODEL = named("m", Tier.ECONOMY, "1", "10");

  @Test
  void withoutLimitsWhatIsWantedIsAllowed() {
    assertThat(allow(MODEL, asking("hello", 1000)).maxOutputTokens()).isEqualTo(1000);
  }

  @Test
  void theModelsOwnLimitHolds() {
    assertThat(allow(MODEL, asking("hello", 100_000)).maxOutputTokens()).isEqualTo(8192);
  }

  @Test
  void outputIsLoweredToWhatTheMoneyBuysAndTheWholeCostsNoMoreThanTheLimit() {
    BigDecimal limit = new BigDecimal("0.005");

    Allowance allowance = allow(MODEL, limited("hello there", 4000, limit));

    BigDecimal cost = MODEL.price().cost(allowance.inputTokens(), allowance.maxOutputTokens());
    BigDecimal oneMore =
        MODEL.price().cost(allowance.inputTokens(), allowance.maxOutputTokens() + 1);
    assertThat(allowance.maxOutputTokens()).isBetween(490, 499);
    assertThat(cost).isLessThanOrEqualTo(limit);
    assertThat(oneMore).isGreaterThan(limit);
  }

  @Test
  void moneyThatBuysNoUsefulReplyIsRefusedWithTheFigures() {
    assertThatThrownBy(() -> allow(MODEL, limited("hello", 4000, new BigDecimal("0.002"))))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessageContaining("0.002 USD is left")
        .hasMessageContaining("256 of output")
        .hasMessageContaining("raise the budget");
  }

  @Test
  void aShortReplyThatWasAskedForMayBeBoughtWithLittle() {
    assertThat(allow(MODEL, limited("hi", 20, new BigDecimal("0.0005"))).maxOutputTokens())
        .isEqualTo(20);
  }

  @Test
  void inputThatCostsMoreThanTheLimitIsRefusedEvenWhereOutputIsFree() {
    Model freeOutput = named("m", Tier.ECONOMY, "1000", "0");

    assertThatThrownBy(() -> allow(freeOutput, limited("hello", 10, new BigDecimal("0.001"))))
        .isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void aFreeModelNeedsNoMoney() {
    Model free = named("m", Tier.ECONOMY, "0", "0");

    assertThat(allow(free, limited("hello", 1000, BigDecimal.ZERO)).maxOutputTokens())
        .isEqualTo(1000);
  }

  @Test
  void outputIsLoweredToTheRoomLeftInTheContext() {
    Model small = withLimits(MODEL, 1000, 900);

    Allowance allowance = allow(small, asking("word ".repeat(500), 900));

    assertThat(allowance.inputTokens() + allowance.maxOutputTokens()).isEqualTo(1000);
  }

  @Test
  void aRequestThatLeavesNoRoomIsRefusedBeforeItIsSent() {
    Model small = withLimits(MODEL, 1000, 900);

    assertThatThrownBy(() -> allow(small, asking("word ".repeat(900), 900)))
        .isInstanceOf(ContextTooLong.class)
        .hasMessageContaining("holds 1000");
  }

  @Test
  void textThatSpellsAControlTokenIsCountedLikeAnyOther() {
    assertThat(Tokens.count("<|endoftext|>")).isGreaterThan(1);
    assertThat(Tokens.count("x".repeat(2_000_000))).isPositive();
  }

  private static Allowance allow(Model model, ModelRequest request) {
    return Allowance.of(model, request, "USD");
  }

  private static ModelRequest asking(String text, int output) {
    return ModelRequest.at(Tier.ECONOMY).user(text).maxOutputTokens(output).build();
  }

  private static ModelRequest limited(String text, int output, BigDecimal limit) {
    return ModelRequest.at(Tier.ECONOMY)
        .user(text)
        .maxOutputTokens(output)
        .spendLimit(limit)
        .build();
  }
}
