package dev.taskmaster.worker.adapter;

import dev.taskmaster.events.Event;
import dev.taskmaster.events.EventTypes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The headers of CloudEvents' binary mode on a Kafka record. */
public final class CloudEvents {
  public static final String TYPE = "ce_type";
  public static final String ID = "ce_id";
  public static final String TRACE = "traceparent";

  private CloudEvents() {}

  /**
   * Headers for {@code event}.
   *
   * @param id the same for the same event, however often it is sent
   * @param source such as {@code /taskmaster/executor}
   * @param causation id of the event that caused it, or null
   * @param traceparent the trace it belongs to; null begins one for its task
   */
  public static Headers headers(
      Event event,
      String id,
      String source,
      @Nullable String causation,
      @Nullable String traceparent) {
    var headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, ID, id);
    add(headers, TYPE, EventTypes.nameOf(event));
    add(headers, "ce_source", source);
    add(headers, "ce_time", event.at().toString());
    if (causation != null) {
      add(headers, "ce_causationid", causation);
    }
    add(headers, TRACE, traceparent == null ? traceOf(event, id) : traceparent);
    add(headers, "content-type", "application/json");
    return headers;
  }

  /** The value of a header, or null. */
  public static @Nullable String value(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** An id that the same parts always give. */
  public static String idOf(Object... parts) {
    var joined = new StringBuilder();
    for (var part : parts) {
      joined.append(part).append('\n');
    }
    return sha256(joined.toString());
  }

  static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String traceOf(Event event, String id) {
    var trace = sha256(event.task().value()).substring(0, 32);
    return "00-%s-%s-01".formatted(trace, sha256(id).substring(0, 16));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform provides SHA-256", e);
    }
  }
}
