package dev.taskmaster.gateway.adapter.http;

import dev.taskmaster.gateway.refusals.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers whatever goes wrong with problem+json. */
public class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  /** A wish that cannot be met. */
  @ServerExceptionMapper
  public Response refused(Refusal refusal) {
    if (refusal.reason().status() >= 500) {
      LOG.warnf("request not served: problem=%s cause=%s", refusal.detail(), refusal.getCause());
    }
    return answer(Problem.of(refusal));
  }

  /** A request that no method takes: unknown path, wrong method, wrong media type. */
  @ServerExceptionMapper
  public Response notTaken(WebApplicationException problem, UriInfo uri) {
    var status = problem.getResponse().getStatusInfo();
    return answer(
        new Problem(
            "about:blank",
            status.getReasonPhrase(),
            status.getStatusCode(),
            "%s: %s; GET /q/openapi shows what is understood."
                .formatted(uri.getPath(), status.getReasonPhrase()),
            null));
  }

  /** A defect: the log has it under the number the person is given. */
  @ServerExceptionMapper
  public Response defect(RuntimeException defect) {
    var number = UUID.randomUUID().toString().substring(0, 8);
    LOG.errorf(defect, "unexpected: number=%s", number);
    return answer(
        new Problem(
            "urn:taskmaster:problem:defect",
            "A defect of the gateway",
            500,
            "Something unexpected happened; './taskmaster logs gateway' shows it as %s."
                .formatted(number),
            null));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
