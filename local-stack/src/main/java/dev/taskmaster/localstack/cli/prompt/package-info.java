/** Commands about prompts. */
@NullMarked
package dev.taskmaster.localstack.cli.prompt;

import org.jspecify.annotations.NullMarked;
