package dev.taskmaster.worker.adapter;

import dev.taskmaster.events.Topics;
import dev.taskmaster.worker.Backoff;
import dev.taskmaster.worker.Ceilings;
import dev.taskmaster.worker.CrashPoints;
import dev.taskmaster.worker.Lane;
import dev.taskmaster.worker.NodeWork;
import dev.taskmaster.worker.WorkLoop;
import dev.taskmaster.worker.WorkTimes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Everything of a worker but its work: a service makes one, starts it, and closes it at its end.
 */
public final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class);

  private final WorkLoop loop;
  private final RestGraphStore store;
  private final KafkaResults results;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<KafkaLane> feeds = new ArrayList<>();

  private WorkerProcess(WorkerSettings settings, Ceilings ceilings, NodeWork work) {
    var worker = settings.service() + "-" + unique();
    var kafka = settings.kafkaBootstrap();
    this.store = new RestGraphStore(settings.graphStore());
    this.results = new KafkaResults(KafkaClients.producer(kafka, worker), settings.service());
    var crashPoints = CrashPoints.of(settings.service(), System.getenv());
    this.loop = new WorkLoop(worker, store, results, crashPoints, WorkTimes.standard());
    new TreeMap<>(settings.lanes())
        .forEach(
            (name, concurrency) -> {
              var lane = loop.lane(name, concurrency, ceilings, work);
              lanes.add(lane);
              feeds.add(feed(settings, lane, concurrency));
            });
    LOG.infof("worker made worker=%s lanes=%s", worker, settings.lanes());
  }

  /** A worker that takes dispatches from now on. */
  public static WorkerProcess start(WorkerSettings settings, Ceilings ceilings, NodeWork work) {
    var process = new WorkerProcess(settings, ceilings, work);
    process.loop.start();
    process.feeds.forEach(KafkaLane::start);
    return process;
  }

  /** Whether every lane's consumer lives. */
  public boolean healthy() {
    return feeds.stream().allMatch(KafkaLane::healthy);
  }

  /** Attempts that run now, by lane. */
  public Map<String, Integer> busy() {
    return lanes.stream().collect(Collectors.toMap(Lane::name, Lane::busy));
  }

  @Override
  public void close() {
    feeds.forEach(KafkaLane::close);
    loop.close();
    results.close();
    store.close();
  }

  private KafkaLane feed(WorkerSettings settings, Lane lane, int concurrency) {
    var group = "taskmaster." + settings.service() + "." + lane.name();
    return new KafkaLane(
        Topics.ofLane(lane.name()),
        lane,
        () -> KafkaClients.consumer(settings.kafkaBootstrap(), group, concurrency),
        results,
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), RandomGenerator.getDefault()));
  }

  private static String unique() {
    var bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
