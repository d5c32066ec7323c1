/**
 * The local Kafka broker: one process that formats its log folder, serves, and makes the topics.
 */
@NullMarked
package dev.taskmaster.localstack.kafka;

import org.jspecify.annotations.NullMarked;
