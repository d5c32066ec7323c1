package dev.taskmaster.prompts.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taskmaster.prompts.adapter.SharedDatabase;
import dev.taskmaster.prompts.shipped.ShippedPrompts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SharedDatabase.class)
class PromptResourceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI root;

  private final String own = "p-" + UUID.randomUUID().toString().substring(0, 8);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void shippedPromptsAreFoundByRoleAndLanguageOnceTheServiceIsReady() throws Exception {
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);

    var best = get("/internal/v1/prompts/best?tag=code-change&tag=java");
    assertThat(best.statusCode()).isEqualTo(200);
    assertThat(json(best).path("name").asText()).isEqualTo("code-change-java");
    assertThat(json(best).path("tags"))
        .map(JsonNode::asText)
        .containsExactly("code-change", "java");
    assertThat(json(best).path("author").asText()).isEqualTo("taskmaster");
    assertThat(json(best).path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");

    for (var draft : ShippedPrompts.all()) {
      var found = get("/internal/v1/prompts/" + draft.name());
      assertThat(json(found).get(0).path("text").asText()).as(found.body()).isEqualTo(draft.text());
    }
  }

  @Test
  void aPersonAddsShowsAndRatesAPrompt() throws Exception {
    var prompt =
        "{\"name\":\"%s\",\"text\":\"Do it.\",\"tags\":[\"%s\",\"C++\"]}".formatted(own, own);
    var created = post("/internal/v1/prompts", prompt);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("location").orElseThrow()).endsWith("/" + own + "/1");
    assertThat(json(created).path("hash").asText()).hasSize(64);

    var again = post("/internal/v1/prompts", prompt);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).path("version").asInt()).isEqualTo(1);

    assertThat(
            post("/internal/v1/prompts/" + own + "/1/outcome", "{\"success\":true}").statusCode())
        .isEqualTo(204);
    var shown = json(get("/internal/v1/prompts/" + own + "/1"));
    assertThat(shown.path("uses").asInt()).isEqualTo(1);
    assertThat(shown.path("successes").asInt()).isEqualTo(1);
    assertThat(json(get("/internal/v1/prompts?tag=c%2B%2B&tag=" + own + "&q=do%20it"))).hasSize(1);
  }

  @Test
  void everyWrongFieldIsNamed() throws Exception {
    var answer =
        post("/internal/v1/prompts", "{\"name\":\"A b\",\"text\":\"\",\"tags\":[\"x\",\"{}\"]}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json(answer).path("violations"))
        .map(violation -> violation.path("field").asText())
        .containsExactly("name", "text", "tags[1]");
  }

  @Test
  void aTextThatIsTooLargeIsRefusedWithTheLimit() throws Exception {
    var answer =
        post(
            "/internal/v1/prompts",
            "{\"name\":\"%s\",\"text\":\"%s\"}".formatted(own, "x".repeat(65_537)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("violations").get(0).path("field").asText()).isEqualTo("text");
    assertThat(answer.body()).contains("65536");
  }

  @Test
  void brokenRequestsAreProblemsToo() throws Exception {
    assertProblem(post("/internal/v1/prompts", "{\"name\":"), 400, "");
    assertProblem(post("/internal/v1/prompts", "{\"name\":\"a\",\"tags\":\"x\"}"), 400, "tags");
    assertProblem(post("/internal/v1/prompts", "null"), 400, "body");
    assertProblem(get("/internal/v1/prompts/best"), 400, "tag");
    assertProblem(get("/internal/v1/prompts/best?tag=" + enc("a,b")), 400, "a,b");
    assertProblem(get("/internal/v1/prompts?limit=0"), 400, "limit");
    assertProblem(get("/internal/v1/prompts/best?tag=nobody-" + own), 404, "nobody-" + own);
    assertProblem(get("/internal/v1/prompts/" + own), 404, own);
    assertProblem(get("/internal/v1/prompts/" + own + "/7"), 404, "7");
    assertProblem(post("/internal/v1/prompts/" + own + "/7/outcome", "{}"), 400, "success");
    assertProblem(
        post("/internal/v1/prompts/" + own + "/7/outcome", "{\"success\":true}"), 404, "7");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String named)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(json(answer).path("detail").asText() + json(answer).path("field")).contains(named);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(root.resolve(path)).GET());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
