/** The gateway's edges: what wires it together. */
@NullMarked
package dev.taskmaster.gateway.adapter;

import org.jspecify.annotations.NullMarked;
