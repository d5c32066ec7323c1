package dev.taskmaster.gateway.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.taskmaster.gateway.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in the form of RFC 9457.
 *
 * @param type the kind of problem, as a name that programs compare
 * @param detail names the input, the problem and the way out
 * @param field the part of the input at fault; null where it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, @Nullable String field) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(Refusal refusal) {
    var reason = refusal.reason();
    return new Problem(
        reason.type(), reason.title(), reason.status(), refusal.detail(), refusal.field());
  }
}
