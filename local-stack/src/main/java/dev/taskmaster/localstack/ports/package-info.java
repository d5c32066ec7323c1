/** Ports on the loopback interface: choosing free ones, and naming who holds a taken one. */
@NullMarked
package dev.taskmaster.localstack.ports;

import org.jspecify.annotations.NullMarked;
