/** The reviewer: does {@code review} nodes. A rejection is a successful review. */
@NullMarked
package dev.taskmaster.review;

import org.jspecify.annotations.NullMarked;
