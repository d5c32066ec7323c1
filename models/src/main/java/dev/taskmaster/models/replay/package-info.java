/**
 * The {@code replay} provider: a recorded conversation that answers only requests which contain
 * what the\n * recording requires.
 */
@NullMarked
package dev.taskmaster.models.replay;

import org.jspecify.annotations.NullMarked;
