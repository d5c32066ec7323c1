/** Wires the parts into a running service: configuration, threads, health, metrics. */
@NullMarked
package dev.taskmaster.graphstore.adapter.service;

import org.jspecify.annotations.NullMarked;
