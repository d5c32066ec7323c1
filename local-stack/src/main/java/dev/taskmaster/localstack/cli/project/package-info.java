/** Commands about projects. */
@NullMarked
package dev.taskmaster.localstack.cli.project;

import org.jspecify.annotations.NullMarked;
