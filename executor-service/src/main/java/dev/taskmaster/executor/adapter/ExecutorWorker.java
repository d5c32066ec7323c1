package dev.taskmaster.executor.adapter;

import dev.taskmaster.executor.nodes.AllKinds;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.worker.adapter.WorkerProcess;
import dev.taskmaster.worker.adapter.WorkerSettings;
import dev.taskmaster.worker.model.ModelCeilings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes dispatches from the first moment of the service to its last. */
@ApplicationScoped
public class ExecutorWorker {
  private static final int MOST_CALLS = 2;

  private final ExecutorConfig config;
  private final ModelCatalog catalog;
  private final AllKinds kinds;
  private final MeterRegistry meters;
  private volatile @Nullable WorkerProcess process;

  ExecutorWorker(
      ExecutorConfig config, ModelCatalog catalog, AllKinds kinds, MeterRegistry meters) {
    this.config = config;
    this.catalog = catalog;
    this.kinds = kinds;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    var settings =
        new WorkerSettings("executor", config.graphStoreUrl(), config.kafka(), config.served());
    var started =
        WorkerProcess.start(settings, new ModelCeilings(catalog, Map.of(), MOST_CALLS), kinds);
    process = started;
    for (var lane : config.served().keySet()) {
      Gauge.builder("taskmaster.worker.busy", () -> started.busy().getOrDefault(lane, 0))
          .description("attempts that run now")
          .tag("lane", lane)
          .register(meters);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    var running = process;
    if (running != null) {
      running.close();
    }
  }

  boolean healthy() {
    var running = process;
    return running != null && running.healthy();
  }
}
