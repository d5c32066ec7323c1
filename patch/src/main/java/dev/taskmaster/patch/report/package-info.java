/** What is said about a patch: where each hunk went, or why it went nowhere and what would help. */
@NullMarked
package dev.taskmaster.patch.report;

import org.jspecify.annotations.NullMarked;
