package dev.taskmaster.graphstore.adapter.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the schema is made, partitions are assigned and the database answers. */
@Readiness
@ApplicationScoped
public class StoreHealth implements HealthCheck {
  private final GraphStoreProcess process;

  StoreHealth(GraphStoreProcess process) {
    this.process = process;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("graph-store").status(process.ready()).build();
  }
}
