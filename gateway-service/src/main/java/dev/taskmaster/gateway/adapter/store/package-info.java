/** The REST interfaces of the graph store and the prompt service. */
@NullMarked
package dev.taskmaster.gateway.adapter.store;

import org.jspecify.annotations.NullMarked;
