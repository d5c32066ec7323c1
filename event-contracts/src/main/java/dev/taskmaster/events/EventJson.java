package dev.taskmaster.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON form of events, of the claim protocol and of views. Unknown fields are ignored, so that
 * an older reader understands a newer writer.
 */
public final class EventJson {
  private static final ObjectMapper MAPPER = configure(JsonMapper.builder().build());

  private EventJson() {}

  /** Gives {@code mapper} the settings of the wire form. */
  public static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .registerModule(new JavaTimeModule())
        .registerModule(new Jdk8Module())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }

  /** The shared mapper, for views and the claim protocol. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not representable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads the event called {@code type}.
   *
   * @throws UnreadableEventException for an unknown type, broken JSON or invalid content; its
   *     message says which
   */
  public static Event read(String type, byte[] json) {
    var known =
        EventTypes.named(type)
            .orElseThrow(() -> new UnreadableEventException("unknown event type " + type, null));
    try {
      var event = MAPPER.readValue(json, known);
      if (event == null) {
        throw new UnreadableEventException("empty event of type " + type, null);
      }
      return event;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableEventException("unreadable event of type " + type, e);
    }
  }
}
