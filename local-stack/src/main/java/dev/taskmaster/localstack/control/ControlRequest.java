package dev.taskmaster.localstack.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.taskmaster.localstack.parts.ModelSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a supervisor can be asked. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ControlRequest.Lease.class, name = "lease"),
  @JsonSubTypes.Type(value = ControlRequest.Restart.class, name = "restart"),
  @JsonSubTypes.Type(value = ControlRequest.RestartWorkers.class, name = "restart-workers"),
  @JsonSubTypes.Type(value = ControlRequest.Stop.class, name = "stop")
})
public sealed interface ControlRequest {
  /** Keeps an idle stack alive for as long as the connection lasts. */
  record Lease() implements ControlRequest {}

  /** Ends one process and starts it again. */
  record Restart(String process) implements ControlRequest {}

  /** Restarts the processes that call models, with other settings. */
  record RestartWorkers(@Nullable String modelsFile, Map<String, String> environment)
      implements ControlRequest {
    public RestartWorkers {
      environment = Map.copyOf(environment);
    }

    /** The request for {@code settings}. */
    public static RestartWorkers of(ModelSettings settings) {
      var file = settings.modelsFile();
      return new RestartWorkers(file == null ? null : file.toString(), settings.environment());
    }

    /** The settings asked for. */
    public ModelSettings settings() {
      return new ModelSettings(modelsFile == null ? null : Path.of(modelsFile), environment);
    }

    @Override
    public String toString() {
      return "RestartWorkers[modelsFile=%s, variables=%s]"
          .formatted(modelsFile, environment.keySet());
    }
  }

  /** Ends the stack. */
  record Stop() implements ControlRequest {}
}
