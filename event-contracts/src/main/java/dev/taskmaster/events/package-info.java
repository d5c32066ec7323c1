/**
 * The events of Task Master: sealed interfaces, one per stream, the records inside them, their JSON
 * form and the topics they travel on. Versions are additive only; golden files guard the wire form.
 */
@NullMarked
package dev.taskmaster.events;

import org.jspecify.annotations.NullMarked;
