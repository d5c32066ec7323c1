/** The service's REST API, for the other services and the gateway. */
@NullMarked
package dev.taskmaster.prompts.adapter.http;

import org.jspecify.annotations.NullMarked;
