package dev.taskmaster.models.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.models.BudgetExceededException;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.ModelReply;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.NotRecorded;
import dev.taskmaster.models.Tier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedCallsTest {

  @TempDir Path folder;
  private ModelCatalog catalog;
  private ModelCalls calls;

  @BeforeEach
  void aRecording() throws IOException {
    Files.createDirectories(folder.resolve("recordings"));
    Files.writeString(
        folder.resolve("recordings/demo.json"),
        """
        {"recordedFrom": "a person's example", "exchanges": [
          {"name": "fix", "requires": ["total()"], "forbids": ["already"], "reply": "first", "inputTokens": 100, "outputTokens": 10},
          {"name": "fix-with-note", "requires": ["total()", "rounding"], "reply": "second", "inputTokens": 1000, "outputTokens": 100, "pricePerMTok": {"in": 3, "out": 15}},
          {"name": "same-rank", "requires": ["rounding", "total()"], "reply": "never", "inputTokens": 1, "outputTokens": 1}
        ]}
        """);
    Path yaml =
        Files.writeString(
            folder.resolve("models.yaml"),
            "models:\n  - {name: demo, provider: replay, model: demo-recording, tier: economy,"
                + " recording: recordings/demo.json, price-per-mtok: {in: 1, out: 2}}\n");
    catalog = ModelCatalog.load(yaml, Map.of());
    calls = ModelCalls.over(catalog);
  }

  @Test
  void aRequestThatContainsWhatIsRequiredIsAnsweredAndTheReplySaysItIsRecorded() {
    ModelReply reply = calls.call(asking("system", "mend total()"));

    assertThat(reply.text()).isEqualTo("first");
    assertThat(reply.recorded()).isTrue();
    assertThat(reply.modelName()).isEqualTo("demo");
    assertThat(reply.usage().amount()).isEqualByComparingTo("0.00012");
    assertThat(reply.usage().estimated()).isFalse();
    assertThat(reply.notes().getFirst()).contains("a person's example").contains("'fix'");
    assertThat(reply.requestJson()).contains("mend total()").contains("\"role\":\"system\"");
  }

  @Test
  void theMostSpecificExchangeWinsAndTheFirstOfEquals() {
    ModelReply reply = calls.call(asking("mind the rounding", "mend total()"));

    assertThat(reply.text()).isEqualTo("second");
    assertThat(reply.usage().amount()).isEqualByComparingTo("0.0045");
  }

  @Test
  void aRequestThatLacksSomethingIsRefusedWithTheClosestExchangeAndWhatItLacks() {
    assertThatThrownBy(() -> calls.call(asking("", "write a poem")))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("'demo'")
        .hasMessageContaining("demo.json")
        .hasMessageContaining("closest is exchange 'fix'")
        .hasMessageContaining("lacks [\"total()\"]");
  }

  @Test
  void aRequestThatContainsWhatIsForbiddenIsRefused() {
    assertThatThrownBy(() -> calls.call(asking("", "mend total() already")))
        .isInstanceOf(NotRecorded.class)
        .hasMessageContaining("must not contain [\"already\"]");
  }

  @Test
  void aRecordedCallKeepsToTheMoneyToo() {
    ModelRequest request =
        ModelRequest.at(Tier.ECONOMY)
            .user("rounding in total()")
            .spendLimit(new BigDecimal("0.004"))
            .build();

    assertThatThrownBy(() -> calls.call(request)).isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void theCeilingCoversTheDearestRecordedCall() {
    assertThat(catalog.ceiling(Tier.ECONOMY).inPerMTok()).isEqualByComparingTo("3");
    assertThat(catalog.ceiling(Tier.ECONOMY).outPerMTok()).isEqualByComparingTo("15");
  }

  @Test
  void manyThreadsGetTheSameAnswers() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> replies =
          threads.invokeAll(
              IntStream.range(0, 200)
                  .<Callable<String>>mapToObj(
                      i -> () -> calls.call(asking(i % 2 == 0 ? "" : "rounding", "total()")).text())
                  .toList());
      for (int i = 0; i < replies.size(); i++) {
        assertThat(replies.get(i).get()).isEqualTo(i % 2 == 0 ? "first" : "second");
      }
    }
  }

  private static ModelRequest asking(String system, String user) {
    return ModelRequest.at(Tier.ECONOMY).system(system).user(user).build();
  }
}
