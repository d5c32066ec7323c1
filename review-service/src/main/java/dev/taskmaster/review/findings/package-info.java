/**
 * From the output of a failed command to findings: what went wrong, in which file and line. Pure;
 * equal failures give equal findings whatever the machine, the time and the folder.
 */
@NullMarked
package dev.taskmaster.review.findings;

import org.jspecify.annotations.NullMarked;
