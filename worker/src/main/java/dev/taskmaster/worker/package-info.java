/**
 * What every worker does around its work: claim dispatched nodes, run each on a thread of its own,
 * beat while it runs, stop when it is no longer wanted, publish exactly one event about it. The
 * work itself is a {@link dev.taskmaster.worker.NodeWork}.
 */
@NullMarked
package dev.taskmaster.worker;

import org.jspecify.annotations.NullMarked;
