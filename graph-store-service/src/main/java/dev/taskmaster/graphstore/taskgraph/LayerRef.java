package dev.taskmaster.graphstore.taskgraph;

import dev.taskmaster.events.BlobRef;

/**
 * A layer of a task's stage by reference.
 *
 * @param name unique within the task: {@code round-2}, {@code plan}, {@code task}
 * @param author who or what wrote it
 */
public record LayerRef(String name, LayerRole role, String author, BlobRef text) {}
