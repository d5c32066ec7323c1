package dev.taskmaster.review.adapter;

import dev.taskmaster.blobs.FolderBlobs;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.Topics;
import dev.taskmaster.models.ModelCalls;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.Tier;
import dev.taskmaster.review.checks.RunChecks;
import dev.taskmaster.review.verdict.Review;
import dev.taskmaster.review.verdict.SelfAssessment;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.NodeWork;
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

/** Wires the reviewer and runs it from the start of the process to its end. */
@Readiness
@Singleton
public class ReviewService implements HealthCheck {
  private static final String NAME = "review";
  private static final int MOST_CALLS = 3;

  private final ReviewConfig config;
  private final MeterRegistry meters;
  private @Nullable WorkerProcess process;
  private @Nullable RestPrompts prompts;
  private @Nullable ExchangeRepositories repositories;

  ReviewService(ReviewConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    var catalog = ModelCatalog.discover(System.getenv());
    var promptLibrary = new RestPrompts(config.promptsUrl());
    prompts = promptLibrary;
    var exchange = new ExchangeRepositories(config.exchangeDir());
    repositories = exchange;
    var lanes = Map.of(Topics.REVIEW_LANE, config.concurrency());
    var ceilings =
        new ModelCeilings(catalog, Map.of(Topics.REVIEW_LANE, Tier.STANDARD), MOST_CALLS);
    var started =
        WorkerProcess.start(
            new WorkerSettings(NAME, config.graphStoreUrl(), config.kafka(), lanes),
            ceilings,
            work(review(catalog, promptLibrary, exchange)));
    process = started;
    meters.gauge(
        "taskmaster.worker.busy",
        started,
        worker -> worker.busy().getOrDefault(Topics.REVIEW_LANE, 0));
  }

  private Review review(
      ModelCatalog catalog, RestPrompts promptLibrary, ExchangeRepositories exchange) {
    var blobs = new FolderBlobs(config.blobsDir());
    var models = new ModelWork(ModelCalls.over(catalog), blobs, catalog.currency());
    var workplaces =
        new ExchangeWorkplaces(
            exchange,
            config.workDir(),
            new SandboxChoice(config.unsafeHostExec()),
            config.outputLimit());
    return new Review(
        new RunChecks(workplaces, config.commandLimit()),
        new SelfAssessment(models, promptLibrary),
        workplaces,
        blobs);
  }

  private static NodeWork work(Review review) {
    return (order, attempt) ->
        order.kind() == NodeKind.REVIEW
            ? review.review(order, attempt)
            : new NodeOutcome.Failed(
                FaultKind.SYSTEM,
                "%s is of kind %s, which is not the reviewer's"
                    .formatted(order.node(), order.kind().wireName()));
  }

  void stop(@Observes ShutdownEvent event) {
    if (process != null) {
      process.close();
    }
    if (prompts != null) {
      prompts.close();
    }
    if (repositories != null) {
      repositories.close();
    }
  }

  @Override
  public HealthCheckResponse call() {
    var worker = process;
    return HealthCheckResponse.named("review-lane")
        .status(worker != null && worker.healthy())
        .build();
  }
}
