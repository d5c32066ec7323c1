package dev.taskmaster.graphstore.adapter.http;

import dev.taskmaster.claims.ClaimReply;
import dev.taskmaster.claims.ClaimRequest;
import dev.taskmaster.claims.Heartbeat;
import dev.taskmaster.graphstore.adapter.service.GraphStoreConfig;
import dev.taskmaster.graphstore.adapter.writing.Work;
import dev.taskmaster.graphstore.ledger.Input;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The claim protocol. Whatever arrives at the same time is stored in one transaction. */
@Path("/internal/v1")
public class ClaimResource {
  private final Stores stores;
  private final GraphStoreConfig config;

  ClaimResource(Stores stores, GraphStoreConfig config) {
    this.stores = stores;
    this.config = config;
  }

  @POST
  @Path("/claims")
  @RunOnVirtualThread
  public ClaimReply claim(ClaimRequest request) {
    var works =
        request.claims().stream()
            .map(
                claim ->
                    new Work.Claiming(
                        new Input.Asked(request.worker(), claim), new CompletableFuture<>()))
            .toList();
    stores.running().writer().add(works);
    return new ClaimReply(answers(works.stream().map(Work.Claiming::answer).toList()));
  }

  @POST
  @Path("/heartbeats")
  @RunOnVirtualThread
  public Heartbeat.Reply beat(Heartbeat request) {
    var works =
        request.beats().stream()
            .map(
                beat ->
                    new Work.Beating(
                        new Input.Beaten(request.worker(), beat), new CompletableFuture<>()))
            .toList();
    stores.running().writer().add(works);
    return new Heartbeat.Reply(
        answers(works.stream().map(Work.Beating::answer).toList()), config.lease().toMillis());
  }

  /** An answer that does not come in time may still be given: the worker asks again. */
  private <T> List<T> answers(List<CompletableFuture<T>> futures) {
    long deadline = System.nanoTime() + config.answerWait().toNanos();
    var answers = new ArrayList<T>();
    for (var future : futures) {
      answers.add(answer(future, Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
    }
    return answers;
  }

  private static <T> T answer(CompletableFuture<T> future, Duration wait) {
    try {
      return future.get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw Stores.problem(
          Status.SERVICE_UNAVAILABLE, "the database does not answer; ask again in a moment");
    } catch (ExecutionException e) {
      throw Stores.problem(
          Status.INTERNAL_SERVER_ERROR, "it could not be decided: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stores.problem(Status.SERVICE_UNAVAILABLE, "the graph store is stopping");
    }
  }
}
