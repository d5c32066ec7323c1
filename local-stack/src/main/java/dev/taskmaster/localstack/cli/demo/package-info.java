/** The bundled demonstration: a sample repository and a recorded conversation. */
@NullMarked
package dev.taskmaster.localstack.cli.demo;

import org.jspecify.annotations.NullMarked;
