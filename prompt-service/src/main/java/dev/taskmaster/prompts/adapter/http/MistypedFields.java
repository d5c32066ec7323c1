package dev.taskmaster.prompts.adapter.http;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says as problem+json which field of a JSON body has the wrong type. */
@Provider
public class MistypedFields implements ExceptionMapper<MismatchedInputException> {

  private record Violation(String field, String message) {}

  @Override
  public Response toResponse(MismatchedInputException mistyped) {
    var field =
        mistyped.getPath().stream().map(MistypedFields::name).collect(Collectors.joining("."));
    var wanted = wanted(mistyped.getTargetType());
    var where = field.isEmpty() ? "body" : field;
    return HttpProblem.builder()
        .withStatus(Status.BAD_REQUEST)
        .withTitle("The JSON does not fit")
        .withDetail(where + ": has the wrong type: send " + wanted)
        .with("violations", List.of(new Violation(where, "has the wrong type: send " + wanted)))
        .build()
        .toResponse();
  }

  private static String name(Reference step) {
    return step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName();
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null || type.isRecord()) {
      return "an object";
    }
    if (List.class.isAssignableFrom(type)) {
      return "a list of texts";
    }
    return type == Boolean.class ? "true or false" : "a text";
  }
}
