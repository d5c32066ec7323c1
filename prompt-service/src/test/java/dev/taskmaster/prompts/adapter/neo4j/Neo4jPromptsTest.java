package dev.taskmaster.prompts.adapter.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.localstack.testing.BrokerAndDatabase;
import dev.taskmaster.prompts.PromptDraft;
import dev.taskmaster.prompts.PromptName;
import dev.taskmaster.prompts.PromptVersion;
import dev.taskmaster.prompts.Prompts;
import dev.taskmaster.prompts.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.summary.Plan;

class Neo4jPromptsTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
  private static Driver driver;

  private Prompts prompts;

  /** Nobody else in the shared database has names and tags with this in them. */
  private String own;

  @BeforeAll
  static void connect() {
    driver = GraphDatabase.driver(BrokerAndDatabase.shared().boltUri(), AuthTokens.none());
    Schema.ensure(driver);
  }

  @AfterAll
  static void disconnect() {
    driver.close();
  }

  @BeforeEach
  void startWithNames() {
    prompts = new Neo4jPrompts(driver);
    own = UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void theMostSpecificPromptWins() {
    add("general", "g", MONDAY, "change");
    var java = add("java", "j", MONDAY, "change", "java");
    add("spring", "s", TUESDAY, "change", "java", "spring");

    assertThat(best("change", "java", "gradle")).isEqualTo(java);
  }

  @Test
  void aPromptWithATagThatWasNotAskedForIsNotFound() {
    add("java", "j", MONDAY, "change", "java");

    assertThat(prompts.best(tags("change"))).isEmpty();
  }

  @Test
  void aPersonsPromptWinsOverAShippedOneOfTheSameSpecificity() {
    var said = add("mine", "m", MONDAY, "change");
    ship("shipped", "s", TUESDAY, "change");

    assertThat(best("change")).isEqualTo(said);
  }

  @Test
  void aMoreSpecificShippedPromptWinsOverAPersonsGeneralOne() {
    add("mine", "m", TUESDAY, "change");
    var shipped = ship("shipped", "s", MONDAY, "change", "java");

    assertThat(best("change", "java")).isEqualTo(shipped);
  }

  @Test
  void aPersonsOverrideOutlivesANewShippedVersion() {
    ship("change", "one", MONDAY, "change");
    var override = add("change", "mine", MONDAY, "change");
    ship("change", "two", TUESDAY, "change");

    assertThat(best("change")).isEqualTo(override);
  }

  @Test
  void theNewerOfTwoWins() {
    add("old", "o", MONDAY, "change");
    var newer = add("new", "n", TUESDAY, "change");

    assertThat(best("change")).isEqualTo(newer);
  }

  @Test
  void anOutdatedVersionIsNotFoundAlthoughItWasMoreSpecific() {
    add("p", "one", MONDAY, "change", "java");
    var two = add("p", "two", TUESDAY, "change");

    assertThat(best("change", "java")).isEqualTo(two);
  }

  @Test
  void theBetterOutcomeDecidesBetweenEquals() {
    add("a", "a", MONDAY, "change");
    var better = add("b", "b", MONDAY, "change");
    prompts.recordOutcome(better.name(), 1, true);
    prompts.recordOutcome(name("a"), 1, false);

    var found = best("change");
    assertThat(found.name()).isEqualTo(better.name());
    assertThat(found.uses()).isEqualTo(1);
    assertThat(found.successes()).isEqualTo(1);
  }

  @Test
  void theOutcomeOfAVersionThatIsNotThereIsRefused() {
    assertThat(prompts.recordOutcome(name("none"), 1, true)).isFalse();
  }

  @Test
  void historyShowsEveryVersionNewestFirst() {
    add("p", "one", MONDAY, "change");
    add("p", "two", TUESDAY, "change");

    assertThat(prompts.history(name("p")))
        .extracting(PromptVersion::version, PromptVersion::text, PromptVersion::createdAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "two", TUESDAY),
            org.assertj.core.groups.Tuple.tuple(1, "one", MONDAY));
    assertThat(prompts.find(name("p"), 1)).map(PromptVersion::text).contains("one");
    assertThat(prompts.find(name("p"), 3)).isEmpty();
  }

  @Test
  void wordsAndTagsAreSearchedTogetherAndOnlyCurrentTextsAreFound() {
    add("p", "zebra" + own, MONDAY, "change");
    add("p", "okapi" + own, TUESDAY, "change", "java");
    add("q", "okapi" + own + " too", TUESDAY, "change");

    assertThat(prompts.search(List.of(), "zebra" + own, 10)).isEmpty();
    assertThat(prompts.search(tags("java"), "Okapi" + own.substring(0, 4), 10))
        .extracting(PromptVersion::name)
        .containsExactly(name("p"));
    assertThat(prompts.search(tags("change"), "", 10))
        .extracting(PromptVersion::name)
        .containsExactly(name("p"), name("q"));
    assertThat(prompts.search(tags("change"), "", 1)).hasSize(1);
  }

  @Test
  void manyWhoAddAtOnceGetNumbersWithoutGapsAndEqualTextsOnce() throws Exception {
    var work = new ArrayList<Callable<Prompts.Added>>();
    for (int i = 0; i < 24; i++) {
      var text = "text " + i / 2;
      work.add(() -> prompts.add(draft("p", text, "change"), MONDAY));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var added : threads.invokeAll(work)) {
        assertThat(added.get().version().name()).isEqualTo(name("p"));
      }
    }
    var numbers = prompts.history(name("p")).stream().map(PromptVersion::version).sorted().toList();
    assertThat(numbers)
        .hasSizeBetween(12, 24)
        .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  @Test
  void findingTheBestPromptUsesTheIndexOfTags() {
    add("p", "text", MONDAY, "change");
    var plan =
        driver
            .executableQuery("EXPLAIN " + Cypher.BEST)
            .withParameters(Map.of("tags", List.of("x"), "shipped", "y"))
            .execute()
            .summary()
            .plan();

    assertThat(operators(plan))
        .anyMatch(operator -> operator.startsWith("NodeUniqueIndexSeek"))
        .noneMatch(operator -> operator.startsWith("NodeByLabelScan"))
        .noneMatch(operator -> operator.startsWith("AllNodesScan"));
  }

  private static List<String> operators(Plan plan) {
    var operators = new ArrayList<String>();
    operators.add(plan.operatorType());
    plan.children().forEach(child -> operators.addAll(operators(child)));
    return operators;
  }

  private PromptVersion best(String... tags) {
    return prompts.best(tags(tags)).orElseThrow();
  }

  private PromptVersion add(String name, String text, Instant at, String... tags) {
    return prompts.add(draft(name, text, tags), at).version();
  }

  private PromptVersion ship(String name, String text, Instant at, String... tags) {
    return prompts.add(PromptDraft.shipped(name(name), text, tags(tags)), at).version();
  }

  private PromptDraft draft(String name, String text, String... tags) {
    return PromptDraft.byPerson(
        name(name).value(), text, tags(tags).stream().map(Tag::value).toList(), "ann");
  }

  private PromptName name(String name) {
    return new PromptName(name + "-" + own);
  }

  private List<Tag> tags(String... tags) {
    return Arrays.stream(tags).map(tag -> new Tag(tag + " " + own)).toList();
  }
}
