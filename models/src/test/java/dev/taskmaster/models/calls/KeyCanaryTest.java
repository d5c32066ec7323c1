package dev.taskmaster.models.calls;

import static dev.taskmaster.models.Models.openAi;
import static dev.taskmaster.models.Models.speaking;
import static dev.taskmaster.models.Models.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Tier;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.ScriptedModelServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A planted key is looked for in everything a failed or successful call leaves behind. */
class KeyCanaryTest {

  private static final String CANARY = "sk-canary-8d1f";

  private final ScriptedModelServer server = ScriptedModelServer.start();

  @SuppressWarnings("JdkObsolete") // Several threads log.
  private final StringBuffer log = new StringBuffer();

  private final Handler listener =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
          log.append(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final Logger own = Logger.getLogger("dev");

  @BeforeEach
  void listenToEverything() {
    listener.setLevel(Level.ALL);
    own.setLevel(Level.ALL);
    own.addHandler(listener);
  }

  @AfterEach
  void stop() {
    own.removeHandler(listener);
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "ANTHROPIC", "OLLAMA"})
  void noFaultShowsTheKeyEvenWhereTheProviderRepeatsIt(Provider provider) {
    List<Answer> answers =
        List.of(
            Answer.status(401, "Incorrect API key provided: " + CANARY),
            Answer.status(400, "bad " + CANARY),
            Answer.status(404, CANARY),
            Answer.raw(200, "text/plain", "your key is " + CANARY),
            Answer.raw(200, "application/json", "{\"error\":\"" + CANARY + "\"}"),
            Answer.text(CANARY),
            Answer.truncated(CANARY),
            Answer.cutOff(),
            Answer.drop(),
            Answer.stalled(),
            Answer.status(429, CANARY),
            Answer.status(500, CANARY));
    ModelCatalog catalog = catalog(provider, CANARY);
    ModelCalls calls = MeteredCalls.over(catalog);
    for (Answer answer : answers) {
      server.next(answer);

      assertThat(traceOf(calls)).doesNotContain(CANARY);
    }
    assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(answers.size());
    assertThat(server.lastRequest().headers().toString()).contains(CANARY);
    assertThat(catalog.toString()).doesNotContain(CANARY);
    assertThat(log.toString()).doesNotContain(CANARY);
  }

  @Test
  void aKeyThatNoHeaderCanCarryIsNamedAndNotShown() {
    ModelCalls calls = MeteredCalls.over(catalog(Provider.OPENAI, CANARY + "\r\nX-Evil: 1"));

    Throwable thrown = catchThrowable(() -> calls.call(hello()));

    assertThat(thrown).isInstanceOf(ModelFault.class).hasMessageContaining("MY_KEY");
    assertThat(everythingOf(thrown)).doesNotContain(CANARY);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void theListenerHearsWhatIsLogged() {
    LoggerFactory.getLogger("dev.langchain4j.any").trace("heard {}", CANARY);

    assertThat(log.toString()).contains("heard " + CANARY);
  }

  /** Everything a caller gets to see of one call, whether it succeeds or fails. */
  private static String traceOf(ModelCalls calls) {
    try {
      return calls.call(hello()).toString();
    } catch (ModelFault fault) {
      return everythingOf(fault);
    }
  }

  private ModelCatalog catalog(Provider provider, String key) {
    String url = provider == Provider.OPENAI ? server.baseUrl() : server.url();
    Model model = withKey(speaking(openAi(server), provider, url), "MY_KEY");
    return dev.taskmaster.models.Models.catalog(Map.of("MY_KEY", key), model);
  }

  private static ModelRequest hello() {
    return ModelRequest.at(Tier.ECONOMY).user("hello").deadline(Duration.ofMillis(1500)).build();
  }

  private static String everythingOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    if (thrown instanceof ModelFault fault) {
      text.append(fault.requestJson().orElse("")).append(fault.usage().toString());
    }
    return text.toString();
  }
}
