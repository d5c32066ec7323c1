/**
 * Starts, finds and stops the local stack: Kafka, Neo4j and the services, each in a process of its
 * own.
 */
@NullMarked
package dev.taskmaster.localstack.launcher;

import org.jspecify.annotations.NullMarked;
