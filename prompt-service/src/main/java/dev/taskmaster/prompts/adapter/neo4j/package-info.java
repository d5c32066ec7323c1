/** Prompts in Neo4j; every query of the service is in {@code Cypher}. */
@NullMarked
package dev.taskmaster.prompts.adapter.neo4j;

import org.jspecify.annotations.NullMarked;
