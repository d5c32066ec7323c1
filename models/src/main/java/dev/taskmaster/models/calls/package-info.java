/**
 * The life of one call: choose a model, clamp what it may cost, ask, adapt to what the endpoint can
 * do,\n * meter, and turn every failure into a fault.
 */
@NullMarked
package dev.taskmaster.models.calls;

import org.jspecify.annotations.NullMarked;
