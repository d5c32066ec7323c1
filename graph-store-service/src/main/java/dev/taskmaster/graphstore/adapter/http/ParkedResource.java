package dev.taskmaster.graphstore.adapter.http;

import dev.taskmaster.graphstore.adapter.kafka.KafkaPublishing;
import dev.taskmaster.graphstore.adapter.neo4j.Neo4jViews;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Records that could not be understood: looked at, and sent once more when they can be. */
@Path("/internal/v1/parked")
@RunOnVirtualThread
public class ParkedResource {
  private final Stores stores;

  ParkedResource(Stores stores) {
    this.stores = stores;
  }

  @GET
  public List<Neo4jViews.Parked> list() {
    return stores.running().views().parked();
  }

  /** The record goes to the end of its topic; should it fail again, it is parked again. */
  @POST
  @Path("/{id}/replay")
  public Map<String, String> replay(@PathParam("id") String id) {
    var store = stores.running();
    var parked =
        store.views().parkedRecord(id).orElseThrow(() -> Stores.missing("parked record " + id));
    try {
      store
          .producer()
          .send(
              KafkaPublishing.again(
                  parked.topic(), parked.key(), parked.type(), parked.id(), parked.value()))
          .get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw Stores.problem(
          Status.SERVICE_UNAVAILABLE, "Kafka did not take the record, it stays parked: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stores.problem(Status.SERVICE_UNAVAILABLE, "the graph store is stopping");
    }
    store.views().forgetParked(id);
    return Map.of("replayed", id);
  }
}
