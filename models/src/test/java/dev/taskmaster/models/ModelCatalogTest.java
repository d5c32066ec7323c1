package dev.taskmaster.models;

import static dev.taskmaster.models.Models.catalog;
import static dev.taskmaster.models.Models.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogTest {

  @ParameterizedTest(name = "{0} with {1} goes to {2}")
  @CsvSource({
    "economy, 'economy,standard,premium', economy",
    "standard, 'economy,standard,premium', standard",
    "premium, 'economy,standard,premium', premium",
    "economy, 'standard,premium', standard",
    "economy, 'premium', premium",
    "standard, 'economy,premium', premium",
    "standard, 'economy', economy",
    "premium, 'economy,standard', standard",
    "premium, 'economy', economy",
  })
  void aTierGoesToItselfThenToTheNextStrongerThenToTheNextWeaker(
      String wanted, String offered, String served) {
    Model[] models =
        java.util.Arrays.stream(offered.split(","))
            .map(tier -> named(tier, Tier.parse(tier), "1", "1"))
            .toArray(Model[]::new);

    assertThat(catalog(models).route(Tier.parse(wanted)).orElseThrow().name()).isEqualTo(served);
  }

  @Test
  void ofTwoModelsOfATierTheOneWrittenFirstIsChosen() {
    ModelCatalog catalog =
        catalog(named("b", Tier.ECONOMY, "1", "1"), named("a", Tier.ECONOMY, "0", "0"));

    assertThat(catalog.route(Tier.ECONOMY).orElseThrow().name()).isEqualTo("b");
  }

  @Test
  void anEmptyCatalogueRoutesNowhereAndHasNoCeiling() {
    assertThat(catalog().isEmpty()).isTrue();
    assertThat(catalog().route(Tier.ECONOMY)).isEmpty();
    assertThatThrownBy(() -> catalog().ceiling(Tier.ECONOMY))
        .isInstanceOf(PermanentModelException.NoModel.class)
        .hasMessageContaining("economy")
        .hasMessageContaining("OPENAI_API_KEY");
  }

  @Test
  void theCeilingIsTheWorstOverEveryModelThatMayServeTheTier() {
    ModelCatalog catalog =
        catalog(
            named("dear-in", Tier.ECONOMY, "3", "1"),
            named("dear-out", Tier.ECONOMY, "1", "9"),
            named("other", Tier.PREMIUM, "50", "50"));

    PriceCeiling ceiling = catalog.ceiling(Tier.ECONOMY);

    assertThat(ceiling.inPerMTok()).isEqualByComparingTo("3");
    assertThat(ceiling.outPerMTok()).isEqualByComparingTo("9");
    assertThat(ceiling.currency()).isEqualTo("USD");
    assertThat(ceiling.worstCase(1_000_000, 2_000_000)).isEqualByComparingTo("21");
    assertThat(catalog.ceiling(Tier.STANDARD).outPerMTok()).isEqualByComparingTo("50");
  }

  @Test
  void aKeyIsLookedUpWhenItIsWantedAndNeverShown() {
    Model model = Models.withKey(named("m", Tier.ECONOMY, "0", "0"), "SOME_KEY");
    ModelCatalog catalog = catalog(Map.of("SOME_KEY", " canary-4711\n"), model);

    ApiKey key = catalog.key(model).orElseThrow();

    assertThat(key.reveal()).isEqualTo("canary-4711");
    assertThat(key.redact("wrong key canary-4711!")).isEqualTo("wrong key [SOME_KEY]!");
    assertThat(key + " " + catalog + " " + model).doesNotContain("canary");
  }

  @Test
  void tiersAreOrderedAndKnowTheNextStronger() {
    assertThat(Tier.ECONOMY).isLessThan(Tier.STANDARD);
    assertThat(Tier.ECONOMY.stronger()).contains(Tier.STANDARD);
    assertThat(Tier.STANDARD.stronger()).contains(Tier.PREMIUM);
    assertThat(Tier.PREMIUM.stronger()).isEmpty();
  }

  @Test
  void anUnknownTierIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Tier.parse("cheap"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown tier 'cheap'; use one of economy, standard, premium");
  }
}
