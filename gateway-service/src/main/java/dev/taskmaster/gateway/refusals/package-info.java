/** What is said to a person whose wish cannot be met. */
@NullMarked
package dev.taskmaster.gateway.refusals;

import org.jspecify.annotations.NullMarked;
