package dev.taskmaster.gateway.projects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** npm's {@code package.json}: its scripts, else the test runner that Node brings. */
final class NodeTool implements BuildTool {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TEST_FILE =
      Pattern.compile(
          "(.*/)?([^/]+[._-]test|test|test-[^/]+)\\.[cm]?js|(.*/)?test/[^/]+\\.[cm]?js");

  @Override
  public Optional<Found> find(ProjectFiles files) {
    return files.text("package.json").map(text -> found(parse(text), files));
  }

  private static Found found(JsonNode manifest, ProjectFiles files) {
    var scripts = manifest.path("scripts");
    var notices = new ArrayList<String>();
    if (!manifest.path("dependencies").isEmpty() || !manifest.path("devDependencies").isEmpty()) {
      notices.add(
          "package.json has dependencies, and tasks work in fresh checkouts: if the tests need them,"
              + " set commands.setup (npm ci) and sandbox.network in taskmaster.yaml.");
    }
    var build = scripts.path("build").asText("").isBlank() ? "" : "npm run --silent build";
    return new Found("npm", build, test(scripts.path("test").asText(""), files), notices);
  }

  private static String test(String script, ProjectFiles files) {
    if (!script.isBlank() && !script.contains("no test specified")) {
      return "npm test --silent";
    }
    return files.paths().stream().anyMatch(path -> TEST_FILE.matcher(path).matches())
        ? "node --test"
        : "";
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // A manifest npm itself could not read gives no commands; the language is still known.
      return JSON.createObjectNode();
    }
  }
}
