package dev.taskmaster.graphstore.adapter.service;

import dev.taskmaster.events.Topics;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jViews.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Ready and claimed nodes per lane: what workers are scaled by. */
@ApplicationScoped
public class LaneMetrics {
  private static final Logger LOG = Logger.getLogger(LaneMetrics.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final GraphStoreProcess process;
  private final MeterRegistry meters;
  private List<Lane> lanes = List.of();
  private long readAt = System.nanoTime() - FRESH.toNanos();

  LaneMetrics(GraphStoreProcess process, MeterRegistry meters) {
    this.process = process;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    Stream.concat(
            Stream.of(Topics.PLANNING_LANE, Topics.REVIEW_LANE), Topics.EXECUTION_LANES.stream())
        .forEach(this::register);
  }

  private void register(String lane) {
    Gauge.builder("taskmaster.lane.ready", () -> count(lane, true))
        .description("nodes that wait for a worker")
        .tag("lane", lane)
        .register(meters);
    Gauge.builder("taskmaster.lane.claimed", () -> count(lane, false))
        .description("nodes that workers have")
        .tag("lane", lane)
        .register(meters);
  }

  private synchronized double count(String lane, boolean ready) {
    if (System.nanoTime() - readAt > FRESH.toNanos()) {
      readAt = System.nanoTime();
      try {
        lanes = process.store().map(store -> store.views().lanes()).orElse(List.of());
      } catch (RuntimeException e) {
        LOG.warnf("lanes cannot be counted problem=%s", e.getMessage());
        return Double.NaN;
      }
    }
    return lanes.stream()
        .filter(known -> known.name().equals(lane) && known.ready() == ready)
        .mapToLong(Lane::nodes)
        .sum();
  }
}
