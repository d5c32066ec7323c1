/**
 * What a person's repository says about itself: {@code taskmaster.yaml} where there is one, and
 * what can be detected where it says nothing. Pure: files come in through a port.
 */
@NullMarked
package dev.taskmaster.gateway.projects;

import org.jspecify.annotations.NullMarked;
