/** The real broker and database for tests, started once per build. */
@NullMarked
package dev.taskmaster.localstack.testing;

import org.jspecify.annotations.NullMarked;
