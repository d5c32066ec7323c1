package dev.taskmaster.planner.adapter;

import dev.taskmaster.blobs.FolderBlobs;
import dev.taskmaster.events.Topics;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.Tier;
import dev.taskmaster.planner.disaggregation.Disaggregate;
import dev.taskmaster.worker.adapter.RestGraphStore;
import dev.taskmaster.worker.adapter.RestPrompts;
import dev.taskmaster.worker.adapter.WorkerProcess;
import dev.taskmaster.worker.adapter.WorkerSettings;
import dev.taskmaster.worker.model.ModelCeilings;
import dev.taskmaster.worker.model.ModelWork;
import dev.taskmaster.workspace.ExchangeRepositories;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Wires the planner and runs it from the start of the process to its end. */
@Readiness
@Singleton
public class PlannerService implements HealthCheck {
  private static final String NAME = "planner";

  /** A question is asked three times at most. */
  private static final int MOST_CALLS = 3;

  private final PlannerConfig config;
  private final MeterRegistry meters;
  private @Nullable WorkerProcess process;
  private @Nullable RestGraphStore graphStore;
  private @Nullable RestPrompts prompts;
  private @Nullable ExchangeRepositories repositories;

  PlannerService(PlannerConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    var catalog = ModelCatalog.discover(System.getenv());
    var blobs = new FolderBlobs(config.blobsDir());
    var models = new ModelWork(ModelCalls.over(catalog), blobs, catalog.currency());
    var library = new RestGraphStore(config.graphStoreUrl());
    graphStore = library;
    var promptLibrary = new RestPrompts(config.promptsUrl());
    prompts = promptLibrary;
    var exchange = new ExchangeRepositories(config.exchangeDir());
    repositories = exchange;
    var work =
        new PlannerWork(
            new Disaggregate(library, promptLibrary, config.limits()),
            new ExchangeTrees(exchange),
            promptLibrary,
            models,
            blobs);
    var lanes = Map.of(Topics.PLANNING_LANE, config.concurrency());
    var ceilings =
        new ModelCeilings(catalog, Map.of(Topics.PLANNING_LANE, Tier.STANDARD), MOST_CALLS);
    var started =
        WorkerProcess.start(
            new WorkerSettings(NAME, config.graphStoreUrl(), config.kafka(), lanes),
            ceilings,
            work);
    process = started;
    meters.gauge(
        "taskmaster.worker.busy",
        started,
        worker -> worker.busy().getOrDefault(Topics.PLANNING_LANE, 0));
  }

  void stop(@Observes ShutdownEvent event) {
    close(process);
    close(prompts);
    close(graphStore);
    close(repositories);
  }

  @Override
  public HealthCheckResponse call() {
    var worker = process;
    return HealthCheckResponse.named("planning-lane")
        .status(worker != null && worker.healthy())
        .build();
  }

  private static void close(@Nullable AutoCloseable part) {
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException("a part of the planner could not be closed", e);
    }
  }
}
