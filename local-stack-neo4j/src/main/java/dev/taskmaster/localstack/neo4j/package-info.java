/** The local Neo4j database: one process that serves Bolt on the loopback interface. */
@NullMarked
package dev.taskmaster.localstack.neo4j;

import org.jspecify.annotations.NullMarked;
