/**
 * HTTP with what a metered call needs: response headers, a byte cap, one deadline for the whole
 * exchange,\n * no redirects, cancellation.
 */
@NullMarked
package dev.taskmaster.models.wire;

import org.jspecify.annotations.NullMarked;
