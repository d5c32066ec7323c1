/**
 * What is known about a running stack, kept in {@code stack.json} so that any later command finds
 * it.
 */
@NullMarked
package dev.taskmaster.localstack.state;

import org.jspecify.annotations.NullMarked;
