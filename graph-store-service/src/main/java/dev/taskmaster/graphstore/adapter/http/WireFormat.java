package dev.taskmaster.graphstore.adapter.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.events.EventJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** JSON over REST looks as it does in events. */
@Singleton
public class WireFormat implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    EventJson.configure(mapper);
  }
}
