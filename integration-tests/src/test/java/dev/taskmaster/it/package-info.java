/**
 * The system as a whole, from outside: {@code ./taskmaster} as a person runs it, on a real broker,
 * a real database and real git, with a scripted model endpoint behind plain HTTP.
 */
package dev.taskmaster.it;
