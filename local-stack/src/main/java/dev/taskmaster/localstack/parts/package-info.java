/**
 * What a stack consists of: the broker, the database and the services, each as the description of a
 * process.
 */
@NullMarked
package dev.taskmaster.localstack.parts;

import org.jspecify.annotations.NullMarked;
