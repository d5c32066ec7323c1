/** How a task goes on, as a picture: folded from events, drawn as a tree or told line by line. */
@NullMarked
package dev.taskmaster.localstack.live;

import org.jspecify.annotations.NullMarked;
