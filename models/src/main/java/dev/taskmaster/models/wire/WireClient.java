package dev.taskmaster.models.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * Sends one HTTP request and waits for the whole reply, within a byte cap and one deadline that
 * covers connecting, headers and a body that stalls. Follows no redirect and repeats nothing.
 */
public final class WireClient {

  /** The byte cap of a reply unless said otherwise. */
  public static final long DEFAULT_CAP = 8L * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * Sends and waits. Interrupting the thread closes the connection.
   *
   * @param request whose own time-out, if any, is not used
   */
  public WireOutcome exchange(HttpRequest request, Duration within, long cap) {
    Progress progress = new Progress();
    CompletableFuture<HttpResponse<byte[]>> reply =
        http.sendAsync(request, cappedAt(cap, progress));
    try {
      HttpResponse<byte[]> response =
          reply.get(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
      return new WireOutcome.Answered(
          response.statusCode(),
          lowerCase(response.headers().map()),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      reply.cancel(true);
      return new WireOutcome.DeadlinePassed(
          within.toMillis(), progress.status > 0, progress.bytes.get());
    } catch (InterruptedException e) {
      reply.cancel(true);
      Thread.currentThread().interrupt();
      return new WireOutcome.Interrupted();
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), progress, cap);
    }
  }

  private static final class Progress {
    private volatile int status;
    private final AtomicLong bytes = new AtomicLong();
  }

  private static BodyHandler<byte[]> cappedAt(long cap, Progress progress) {
    return info -> {
      progress.status = info.statusCode();
      return new CappedBody(cap, progress.bytes);
    };
  }

  private static WireOutcome failed(Throwable cause, Progress progress, long cap) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof CappedBody.CapPassed) {
        return new WireOutcome.TooLarge(progress.status, progress.bytes.get(), cap);
      }
      if (at instanceof ConnectException
          || at instanceof HttpConnectTimeoutException
          || at instanceof UnknownHostException
          || at instanceof UnresolvedAddressException
          || at instanceof SSLException) {
        return new WireOutcome.ConnectionFailed(progress.status > 0, inWords(at));
      }
    }
    if (cause instanceof IOException) {
      return new WireOutcome.ConnectionFailed(true, inWords(cause));
    }
    throw new IllegalStateException("the HTTP client failed", cause);
  }

  private static String inWords(Throwable cause) {
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "the host name is unknown";
    }
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }
}
