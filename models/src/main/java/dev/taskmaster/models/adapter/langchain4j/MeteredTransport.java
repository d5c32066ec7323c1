package dev.taskmaster.models.adapter.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.taskmaster.models.ApiKey;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.wire.WireClient;
import dev.taskmaster.models.wire.WireOutcome;
import dev.taskmaster.models.wire.WireOutcome.Answered;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's HTTP port for exactly one call. It keeps what was sent and how it ended, so that no
 * fault has to be read out of an exception; it adds the key itself, so that LangChain4j never sees
 * it, and takes it out of whatever comes back.
 */
final class MeteredTransport implements HttpClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NOT_COPIED =
      Set.of("authorization", "x-api-key", "host", "content-length", "connection", "expect");

  private final WireClient wire;
  private final Provider provider;
  private final @Nullable ApiKey key;
  private final Duration within;
  private String requestJson = "";
  private @Nullable WireOutcome outcome;

  MeteredTransport(WireClient wire, Provider provider, @Nullable ApiKey key, Duration within) {
    this.wire = wire;
    this.provider = provider;
    this.key = key;
    this.within = within;
  }

  String requestJson() {
    return requestJson;
  }

  Optional<WireOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    if (outcome != null) {
      throw new IllegalStateException("a metered call sends one request");
    }
    requestJson = redacted(compact(request.body()));
    WireOutcome ended =
        redacted(wire.exchange(wireRequest(request), within, WireClient.DEFAULT_CAP));
    outcome = ended;
    if (ended instanceof Answered answered && answered.successful()) {
      return SuccessfulHttpResponse.builder()
          .statusCode(answered.status())
          .headers(answered.headers())
          .body(answered.body())
          .build();
    }
    throw new HttpException(
        ended instanceof Answered answered ? answered.status() : 599, "the call failed");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("metered calls take whole replies");
  }

  private java.net.http.HttpRequest wireRequest(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    if (key != null) {
      authorise(builder, key);
    }
    return builder.method(request.method().name(), BodyPublishers.ofString(requestJson)).build();
  }

  private void authorise(java.net.http.HttpRequest.Builder builder, ApiKey given) {
    if (provider == Provider.ANTHROPIC) {
      builder.header("x-api-key", given.reveal());
    } else {
      builder.header("Authorization", "Bearer " + given.reveal());
    }
  }

  /**
   * LangChain4j indents what it sends; a prompt's size is counted, so its body has no air in it.
   */
  private static String compact(@Nullable String body) {
    if (body == null) {
      return "";
    }
    try {
      return JSON.readTree(body).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("LangChain4j sent a body that is not JSON", e);
    }
  }

  private WireOutcome redacted(WireOutcome ended) {
    return ended instanceof Answered answered
        ? new Answered(answered.status(), answered.headers(), redacted(answered.body()))
        : ended;
  }

  private String redacted(String text) {
    return key == null ? text : key.redact(text);
  }
}
