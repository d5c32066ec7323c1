package dev.taskmaster.models.adapter.langchain4j;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hands LangChain4j our transport; its time-outs are kept for form's sake, the deadline counts. */
final class TransportBuilder implements HttpClientBuilder {

  private final MeteredTransport transport;
  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;

  TransportBuilder(MeteredTransport transport) {
    this.transport = transport;
  }

  @Override
  public @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
    connectTimeout = timeout;
    return this;
  }

  @Override
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
    readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return transport;
  }
}
