/** What an operator can set. */
@NullMarked
package dev.taskmaster.prompts.adapter.config;

import org.jspecify.annotations.NullMarked;
