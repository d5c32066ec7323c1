/**
 * From layers to a graph of nodes: the order of layers, the nodes with their composed opinions, and
 * the guard that checks what planners write.
 */
@NullMarked
package dev.taskmaster.graphstore.taskgraph;

import org.jspecify.annotations.NullMarked;
