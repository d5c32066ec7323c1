/**
 * How another command talks to the supervisor of a running stack: requests on the loopback
 * interface, known by a token.
 */
@NullMarked
package dev.taskmaster.localstack.control;

import org.jspecify.annotations.NullMarked;
