/** Claims, heartbeats and views over REST, for workers and the gateway. */
@NullMarked
package dev.taskmaster.graphstore.adapter.http;

import org.jspecify.annotations.NullMarked;
