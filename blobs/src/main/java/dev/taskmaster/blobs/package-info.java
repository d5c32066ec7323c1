/**
 * Content-addressed storage. Events and graphs carry a {@link dev.taskmaster.blobs.BlobHash}; the
 * bytes behind it (prompts, replies, outputs, layers) live behind the {@link
 * dev.taskmaster.blobs.Blobs} port and never change.
 */
@NullMarked
package dev.taskmaster.blobs;

import org.jspecify.annotations.NullMarked;
