/**
 * What a patch reads and writes: files of an immutable tree, and the edits that lead to the next
 * one.
 */
@NullMarked
package dev.taskmaster.patch.files;

import org.jspecify.annotations.NullMarked;
