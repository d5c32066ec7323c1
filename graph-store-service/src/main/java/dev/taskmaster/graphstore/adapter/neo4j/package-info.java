/** The ledger in Neo4j: every query named, one transaction per batch. */
@NullMarked
package dev.taskmaster.graphstore.adapter.neo4j;

import org.jspecify.annotations.NullMarked;
