package dev.taskmaster.worker;

import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch as it arrived.
 *
 * @param traceparent the trace it belongs to (W3C), or null
 */
public record Dispatch(NodeDispatched event, @Nullable String traceparent) {
  Attempt.Key key() {
    return new Attempt.Key(
        event.task().value(), event.node().value(), event.attempt(), event.epoch());
  }
}
