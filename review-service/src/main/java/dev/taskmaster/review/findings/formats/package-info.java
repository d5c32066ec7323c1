/**
 * One class for each tool whose output is understood. A new tool is one class and one line in the
 * list.
 */
@NullMarked
package dev.taskmaster.review.findings.formats;

import org.jspecify.annotations.NullMarked;
