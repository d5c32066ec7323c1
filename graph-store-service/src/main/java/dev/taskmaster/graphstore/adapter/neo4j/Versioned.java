package dev.taskmaster.graphstore.adapter.neo4j;

import dev.taskmaster.graphstore.ledger.TaskLedger;

/** A task as it was stored, with the version that tells whether it still is so. */
record Versioned(TaskLedger ledger, long version) {}
