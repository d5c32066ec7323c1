package dev.taskmaster.graphstore.adapter.writing;

import org.jspecify.annotations.Nullable;

/**
 * An event to be published; the same event has the same id, however often it goes out.
 *
 * @param at ISO time of the event
 * @param cause id of the event that led to it, or null
 */
public record Outgoing(
    String id,
    String topic,
    String key,
    String type,
    String payload,
    String at,
    @Nullable String cause) {}
