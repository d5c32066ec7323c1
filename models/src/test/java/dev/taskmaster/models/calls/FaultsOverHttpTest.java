package dev.taskmaster.models.calls;

import static dev.taskmaster.models.Models.catalog;
import static dev.taskmaster.models.Models.openAi;
import static dev.taskmaster.models.Models.speaking;
import static dev.taskmaster.models.Models.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelFault;
import dev.taskmaster.models.ModelRequest;
import dev.taskmaster.models.PermanentModelException.BadRequest;
import dev.taskmaster.models.PermanentModelException.Cancelled;
import dev.taskmaster.models.PermanentModelException.ContextTooLong;
import dev.taskmaster.models.PermanentModelException.Malformed;
import dev.taskmaster.models.PermanentModelException.NoModel;
import dev.taskmaster.models.PermanentModelException.ReplyTooLarge;
import dev.taskmaster.models.PermanentModelException.Truncated;
import dev.taskmaster.models.PermanentModelException.Unauthorized;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.RetriableModelException;
import dev.taskmaster.models.RetriableModelException.Network;
import dev.taskmaster.models.RetriableModelException.RateLimited;
import dev.taskmaster.models.RetriableModelException.TimedOut;
import dev.taskmaster.models.RetriableModelException.Unavailable;
import dev.taskmaster.models.Tier;
import dev.taskmaster.models.testing.Answer;
import dev.taskmaster.models.testing.ScriptedModelServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsOverHttpTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ModelRequest HELLO =
      ModelRequest.at(Tier.ECONOMY).user("hello").maxOutputTokens(1000).build();

  private final ScriptedModelServer server = ScriptedModelServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aRefusedKeyNamesModelAndKey(int status) {
    Model keyed = withKey(openAi(server), "MY_KEY");
    server.next(Answer.status(status, "Incorrect API key provided"));

    ModelFault fault = fault(MeteredCalls.over(catalog(Map.of("MY_KEY", "v4lue"), keyed)), HELLO);

    assertThat(fault)
        .isInstanceOf(Unauthorized.class)
        .hasMessageContaining("model 'small'")
        .hasMessageContaining("the key MY_KEY (" + status + ")")
        .hasMessageContaining("Incorrect API key provided")
        .hasMessageContaining("check the value of MY_KEY");
    assertThat(fault.usage()).isEmpty();
  }

  @Test
  void anEndpointThatWantsAKeyWhereNoneIsConfiguredSaysWhereToPutIt() {
    assertThat(faultOf(Answer.status(401, "no key")))
        .isInstanceOf(Unauthorized.class)
        .hasMessageContaining("api-key: env:NAME");
  }

  @Test
  void tooManyRequestsWithSecondsToWait() {
    ModelFault fault = faultOf(Answer.status(429, "slow down", "Retry-After", "17"));

    assertThat(fault)
        .isInstanceOf(RateLimited.class)
        .hasMessageContaining("try again in 17 s")
        .hasMessageContaining("slow down");
    assertThat(((RetriableModelException) fault).retryAfter()).contains(Duration.ofSeconds(17));
    assertThat(fault.usage()).isEmpty();
  }

  @Test
  void tooManyRequestsWithADateToWaitFor() {
    ModelFault fault =
        faultOf(Answer.status(429, "later", "Retry-After", "Sun, 01 Mar 2026 12:01:00 GMT"));

    assertThat(((RetriableModelException) fault).retryAfter()).contains(Duration.ofMinutes(1));
  }

  @Test
  void tooManyRequestsWithoutATime() {
    ModelFault fault = faultOf(Answer.status(429, "slow down"));

    assertThat(fault).isInstanceOf(RateLimited.class).hasMessageContaining("try again later");
    assertThat(((RetriableModelException) fault).retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 529})
  void aFailingProviderIsUnavailable(int status) {
    ModelFault fault = faultOf(Answer.status(status, "overloaded", "Retry-After", "3"));

    assertThat(fault).isInstanceOf(Unavailable.class).hasMessageContaining("(" + status + ")");
    assertThat(((RetriableModelException) fault).retryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void nothingIsRetriedByItself() {
    faultOf(Answer.status(500, "once"));

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aFailureBehindAGatewayInsideA200CountsByItsCode() {
    assertThat(
            faultOf(
                Answer.raw(
                    200,
                    "application/json",
                    "{\"error\":{\"code\":502,\"message\":\"upstream\"}}")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("upstream");
  }

  @Test
  void silenceEndsAtTheDeadline() {
    server.next(Answer.silent());

    ModelFault fault = fault(calls(), within(Duration.ofMillis(300)));

    assertThat(fault).isInstanceOf(TimedOut.class).hasMessageContaining("no reply within");
    assertThat(fault.usage().orElseThrow().estimated()).isTrue();
  }

  @Test
  void aBodyThatStallsEndsAtTheDeadlineToo() {
    server.next(Answer.stalled());

    ModelFault fault = fault(calls(), within(Duration.ofSeconds(2)));

    assertThat(fault).isInstanceOf(TimedOut.class).hasMessageContaining("stalled after 12 bytes");
    assertThat(fault.usage().orElseThrow().outputTokens())
        .as("the lost reply may be billed up to its limit")
        .isEqualTo(1000);
  }

  @Test
  void aBodyThatTricklesEndsAtTheDeadlineAndItsConnectionIsClosed() throws Exception {
    server.next(Answer.trickling());

    assertThat(fault(calls(), within(Duration.ofMillis(500)))).isInstanceOf(TimedOut.class);
    assertThat(server.awaitIdle(Duration.ofSeconds(20)))
        .as("the server can no longer write to the connection")
        .isTrue();
  }

  @Test
  void aReplyCutOffAtItsLimitKeepsItsTextAndItsCost() {
    ModelFault fault = faultOf(Answer.truncated("<think>x</think>half a").usage(100, 1000));

    assertThat(fault).isInstanceOf(Truncated.class).hasMessageContaining("1000 output tokens");
    assertThat(((Truncated) fault).partialText()).isEqualTo("half a");
    assertThat(fault.usage().orElseThrow().amount()).isEqualByComparingTo("0.0102");
    assertThat(fault.usage().orElseThrow().estimated()).isFalse();
    assertThat(fault.requestJson().orElseThrow()).contains("hello");
  }

  @Test
  void aReplyThatIsNoJsonIsShownByItsBeginning() {
    assertThat(faultOf(Answer.nonJson()))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("Sign in to the guest network")
        .hasMessageContaining("check base-url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":[{}]}",
        "{\"choices\":7}"
      })
  void jsonOfAnotherShapeIsMalformed(String body) {
    assertThat(faultOf(Answer.raw(200, "application/json", body))).isInstanceOf(Malformed.class);
  }

  @Test
  void aReplyThatOnlyThinksIsMalformed() {
    ModelFault fault = faultOf(Answer.text("<think>hm").usage(10, 20));

    assertThat(fault).isInstanceOf(Malformed.class).hasMessageContaining("no text");
    assertThat(fault.usage().orElseThrow().outputTokens()).isEqualTo(20);
  }

  @Test
  void fiftyMegabytesAreRefusedWithoutReadingThemAll() {
    ModelFault fault = faultOf(Answer.huge(50_000_000));

    assertThat(fault).isInstanceOf(ReplyTooLarge.class).hasMessageContaining("8388608 bytes");
    assertThat(server.bytesSent()).isLessThan(30_000_000);
    assertThat(fault.usage().orElseThrow().outputTokens()).isEqualTo(1000);
  }

  @Test
  void aBodyThatBreaksOffIsANetworkFault() {
    ModelFault fault = faultOf(Answer.cutOff());

    assertThat(fault).isInstanceOf(Network.class).hasMessageContaining("the connection broke");
    assertThat(fault.usage()).isPresent();
  }

  @Test
  void aConnectionClosedWithoutAWordIsANetworkFault() {
    assertThat(faultOf(Answer.drop())).isInstanceOf(Network.class);
  }

  @Test
  void anEndpointThatIsNotThereCostsNothing() {
    Model nowhere = speaking(openAi(server), Provider.OPENAI, "http://127.0.0.1:9/v1");

    ModelFault fault = fault(MeteredCalls.over(catalog(nowhere)), HELLO);

    assertThat(fault).isInstanceOf(Network.class).hasMessageContaining("no connection");
    assertThat(fault.usage()).isEmpty();
  }

  @Test
  void anUnknownModelIdPointsAtTheEntry() {
    assertThat(faultOf(Answer.status(404, "model not found")))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("check model id 'scripted'");
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(faultOf(Answer.raw(302, "text/plain", "", "Location", server.baseUrl())))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("redirects are not followed");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aContextThatIsTooLongForTheProviderIsNamedSo() {
    assertThat(faultOf(Answer.status(400, "This model's maximum context length is 8192 tokens")))
        .isInstanceOf(ContextTooLong.class);
  }

  @Test
  void aFilteredReplyIsRefused() {
    String body =
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"content_filter\","
            + "\"message\":{\"role\":\"assistant\",\"content\":\"\"}}]}";

    assertThat(faultOf(Answer.raw(200, "application/json", body)))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("content filter");
  }

  @Test
  void anInterruptedCallIsCancelledAndItsConnectionClosed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.rule(
        request -> {
          arrived.countDown();
          return Answer.trickling();
        });
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  thrown.set(catchThrowable(() -> calls().call(HELLO)));
                  flag.set(Thread.currentThread().isInterrupted());
                });
    arrived.await();
    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).isInstanceOf(Cancelled.class);
    assertThat(flag.get()).isTrue();
    assertThat(server.awaitIdle(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void aPinnedModelThatIsNotThereIsNamedWithThoseThatAre() {
    ModelRequest request = ModelRequest.at(Tier.ECONOMY).pinned("huge").user("hello").build();

    assertThat(fault(calls(), request))
        .isInstanceOf(NoModel.class)
        .hasMessageContaining("'huge'")
        .hasMessageContaining("[small]");
  }

  private ModelFault faultOf(Answer answer) {
    server.next(answer);
    return fault(calls(), HELLO);
  }

  private ModelCalls calls() {
    return MeteredCalls.over(catalog(openAi(server)), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static ModelRequest within(Duration deadline) {
    return ModelRequest.at(Tier.ECONOMY)
        .user("hello")
        .maxOutputTokens(1000)
        .deadline(deadline)
        .build();
  }

  private static ModelFault fault(ModelCalls calls, ModelRequest request) {
    Throwable thrown = catchThrowable(() -> calls.call(request));
    assertThat(thrown).isInstanceOf(ModelFault.class);
    return (ModelFault) thrown;
  }
}
