package dev.taskmaster.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceTest {

  @Test
  void costIsExact() {
    assertThat(Price.of("0.15", "0.60").cost(1, 1).toPlainString()).isEqualTo("0.00000075");
    assertThat(Price.of("3", "15").cost(1000, 100).toPlainString()).isEqualTo("0.0045");
    assertThat(Price.of("100", "0").cost(1_000_000, 5).toPlainString()).isEqualTo("100");
    assertThat(Price.FREE.cost(1_000_000, 1_000_000)).isEqualByComparingTo("0");
  }

  @Test
  void whatAnAmountBuysNeverCostsMoreThanTheAmount() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      Price price = new Price(BigDecimal.ZERO, BigDecimal.valueOf(1 + random.nextInt(100_000), 3));
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), 6);

      long tokens = price.outputTokensFor(amount);

      assertThat(price.cost(0, tokens)).as("seed %s", seed).isLessThanOrEqualTo(amount);
      assertThat(price.cost(0, tokens + 1)).as("seed %s", seed).isGreaterThan(amount);
    }
  }

  @Test
  void freeOutputIsUnlimitedUnlessTheMoneyIsOverspentAlready() {
    assertThat(Price.FREE.outputTokensFor(BigDecimal.ZERO)).isEqualTo(Long.MAX_VALUE);
    assertThat(Price.FREE.outputTokensFor(new BigDecimal("-0.01"))).isZero();
  }

  @Test
  void aNegativePriceIsRefused() {
    assertThatThrownBy(() -> Price.of("-1", "0")).isInstanceOf(IllegalArgumentException.class);
  }
}
