package dev.taskmaster.gateway.adapter.http;

import dev.taskmaster.events.EventJson;
import dev.taskmaster.gateway.live.TaskStream;
import dev.taskmaster.gateway.live.TaskStream.Item;
import dev.taskmaster.gateway.refusals.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A task's journal as it grows, as server-sent events. */
@Path("/api/v1/tasks/{id}/events")
@RunOnVirtualThread
public class LiveResource {
  private static final Logger LOG = Logger.getLogger(LiveResource.class);
  private static final int SLOWEST_SECONDS = 30;

  private final LiveTasks live;

  LiveResource(LiveTasks live) {
    this.live = live;
  }

  /** The events after {@code Last-Event-ID}: those that were, then those that come. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @PathParam("id") String id,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
      @Context Sse sse,
      @Context SseEventSink sink) {
    var stream = live.watch(Bodies.task(id), after(lastEventId));
    // The response belongs to the sink once this method has returned, and not before.
    Thread.ofVirtual().name("watch-" + id).start(() -> pass(stream, sse, sink));
  }

  private static void pass(TaskStream opened, Sse sse, SseEventSink sink) {
    try (sink;
        var stream = opened) {
      while (!sink.isClosed()) {
        switch (stream.next()) {
          case Item.Event event -> send(sink, toEvent(sse, event));
          case Item.Silence silence ->
              send(sink, sse.newEventBuilder().comment("still there").build());
          case Item.End end -> {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      LOG.debugf("watcher went away: cause=%s", e.getMessage());
    } catch (Refusal e) {
      // Nothing can be said in an open stream; the watcher comes back with its last number.
      LOG.warnf("live stream cut: problem=%s", e.detail());
    }
  }

  private static OutboundSseEvent toEvent(Sse sse, Item.Event event) {
    var entry = event.entry();
    return sse.newEventBuilder()
        .id(Long.toString(entry.seq()))
        .name(entry.type())
        .data(String.class, new String(EventJson.write(entry.event()), StandardCharsets.UTF_8))
        .mediaType(MediaType.TEXT_PLAIN_TYPE)
        .build();
  }

  private static void send(SseEventSink sink, OutboundSseEvent event)
      throws InterruptedException, ExecutionException, TimeoutException {
    sink.send(event).toCompletableFuture().get(SLOWEST_SECONDS, TimeUnit.SECONDS);
  }

  private static long after(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return 0;
    }
    try {
      return Math.max(0, Long.parseLong(lastEventId.strip()));
    } catch (NumberFormatException e) {
      throw Refusal.malformed(
          "Last-Event-ID", "'%s' is not the number of an event.".formatted(lastEventId));
    }
  }
}
