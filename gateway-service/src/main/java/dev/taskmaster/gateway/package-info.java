/**
 * The way in and out of Task Master: a REST interface, a live stream of events and a small page.
 */
@NullMarked
package dev.taskmaster.gateway;

import org.jspecify.annotations.NullMarked;
