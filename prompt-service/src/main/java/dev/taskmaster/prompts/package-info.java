/**
 * Prompts: named texts in immutable versions, tagged so that the most specific one for a piece of
 * work is found. The rules are here and know nothing of the database or of HTTP.
 */
@NullMarked
package dev.taskmaster.prompts;

import org.jspecify.annotations.NullMarked;
