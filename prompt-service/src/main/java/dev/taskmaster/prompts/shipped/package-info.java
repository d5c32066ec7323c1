/** The prompts that come with the product: files with a head of name and tags. */
@NullMarked
package dev.taskmaster.prompts.shipped;

import org.jspecify.annotations.NullMarked;
