/**
 * State between nodes is in git: a bare exchange repository per project holds copies of the
 * person's objects and the task's commits. {@link dev.taskmaster.workspace.ExchangeRepositories} is
 * the way in. Ids of trees and commits are 40 hexadecimal digits.
 */
@NullMarked
package dev.taskmaster.workspace;

import org.jspecify.annotations.NullMarked;
