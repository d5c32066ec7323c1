package dev.taskmaster.prompts.adapter.http;

import dev.taskmaster.prompts.InvalidPromptException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says as problem+json which fields are wrong. */
@Provider
public class Problems implements ExceptionMapper<InvalidPromptException> {

  @Override
  public Response toResponse(InvalidPromptException invalid) {
    return HttpProblem.builder()
        .withStatus(Status.BAD_REQUEST)
        .withTitle("The prompt cannot be taken")
        .withDetail(invalid.getMessage())
        .with("violations", invalid.violations())
        .build()
        .toResponse();
  }
}
