/** The reviewer's edge: its configuration, checkouts and sandbox, and the worker. */
@NullMarked
package dev.taskmaster.review.adapter;

import org.jspecify.annotations.NullMarked;
