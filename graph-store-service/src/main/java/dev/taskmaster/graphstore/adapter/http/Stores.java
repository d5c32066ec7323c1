package dev.taskmaster.graphstore.adapter.http;

import dev.taskmaster.graphstore.adapter.service.GraphStore;
import dev.taskmaster.graphstore.adapter.service.GraphStoreProcess;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

/** The running store for resources, or an answer that says to come again. */
@ApplicationScoped
public class Stores {
  private final GraphStoreProcess process;

  Stores(GraphStoreProcess process) {
    this.process = process;
  }

  GraphStore running() {
    return process
        .store()
        .orElseThrow(() -> problem(Status.SERVICE_UNAVAILABLE, "the graph store is starting"));
  }

  static HttpProblem problem(Status status, String detail) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(status.getReasonPhrase())
        .withDetail(detail)
        .build();
  }

  static HttpProblem missing(String what) {
    return problem(Status.NOT_FOUND, "there is no " + what);
  }
}
