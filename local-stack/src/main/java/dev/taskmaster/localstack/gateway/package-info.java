/** The gateway as the command line sees it: its REST interface and its live events. */
@NullMarked
package dev.taskmaster.localstack.gateway;

import org.jspecify.annotations.NullMarked;
