package dev.taskmaster.executor.adapter;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while every lane's consumer turns. */
@Liveness
public class LanesHealth implements HealthCheck {
  private final ExecutorWorker worker;

  LanesHealth(ExecutorWorker worker) {
    this.worker = worker;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("lanes").status(worker.healthy()).build();
  }
}
