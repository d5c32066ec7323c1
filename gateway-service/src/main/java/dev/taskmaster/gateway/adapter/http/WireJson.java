package dev.taskmaster.gateway.adapter.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.events.EventJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Views leave the gateway in the form in which the services exchange them. */
@Singleton
public class WireJson implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    EventJson.configure(mapper);
  }
}
