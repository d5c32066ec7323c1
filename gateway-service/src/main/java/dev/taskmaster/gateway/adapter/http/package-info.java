/** HTTP for people and programs: REST, live events, the guard at the door. */
@NullMarked
package dev.taskmaster.gateway.adapter.http;

import org.jspecify.annotations.NullMarked;
