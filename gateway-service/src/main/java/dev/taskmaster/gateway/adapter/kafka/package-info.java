/** Kafka: the wants of people go out, the journal comes in. */
@NullMarked
package dev.taskmaster.gateway.adapter.kafka;

import org.jspecify.annotations.NullMarked;
