package dev.taskmaster.gateway.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.gateway.refusals.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. There is no login, so only this machine may; and since a browser on this machine
 * runs pages of strangers, only requests that a page of ours, or no page at all, has made.
 */
@ApplicationScoped
public class FrontDoor {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int FIRST = 10_000;

  private final ObjectMapper json = new ObjectMapper();

  FrontDoor(@ConfigProperty(name = "quarkus.http.host") String host) {
    if (!isLoopback(host)) {
      throw new IllegalStateException(
          "The gateway would listen on '%s', where others could reach it without a login: set quarkus.http.host to 127.0.0.1."
              .formatted(host));
    }
  }

  /** Whether {@code host} is this machine alone. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  void guard(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    var problem = problem(request);
    if (problem == null) {
      request.next();
    } else {
      refuse(request, Refusal.forbidden(problem));
    }
  }

  private static @Nullable String problem(RoutingContext request) {
    var host = request.request().authority();
    if (host == null || !NAMES.contains(host.host().toLowerCase(Locale.ROOT))) {
      return "The request names the host '%s', which is not this machine: use http://127.0.0.1."
          .formatted(host);
    }
    var origin = request.request().getHeader("Origin");
    if (origin != null && !isOwn(origin, host)) {
      return "Pages of '%s' may not talk to this gateway.".formatted(origin);
    }
    var site = request.request().getHeader("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign && !READING.contains(request.request().method())) {
      return "Only the gateway's own pages may change anything.";
    }
    return null;
  }

  private static boolean isOwn(String origin, HostAndPort host) {
    try {
      var uri = URI.create(origin);
      return "http".equals(uri.getScheme())
          && host.host().equalsIgnoreCase(uri.getHost())
          && host.port() == uri.getPort();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void refuse(RoutingContext request, Refusal refusal) {
    try {
      request
          .response()
          .setStatusCode(refusal.reason().status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .end(json.writeValueAsString(Problem.of(refusal)));
    } catch (JsonProcessingException e) {
      request.fail(refusal.reason().status(), e);
    }
  }
}
