/** From checks to a verdict: the project's commands, a model's judgement, a person's. */
@NullMarked
package dev.taskmaster.review.verdict;

import org.jspecify.annotations.NullMarked;
