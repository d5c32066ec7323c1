package dev.taskmaster.gateway.projects;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code taskmaster.yaml}. Whatever is not understood is an error with line and key. */
final class SettingsFile {
  /** Its name, at the root of the repository. */
  static final String NAME = "taskmaster.yaml";

  /** The most rounds a task may be given. */
  static final int MOST_ROUNDS = 20;

  static final List<String> REVIEWS = List.of("plan", "self", "tests", "human");
  static final List<String> COMMANDS = List.of("setup", "build", "test", "run", "deploy");

  private static final int LARGEST = 256 * 1024;
  private static final List<String> KEYS =
      List.of(
          "project",
          "vision",
          "languages",
          "engine",
          "commands",
          "style-guide",
          "assets",
          "source-control",
          "review",
          "layers",
          "budget",
          "secrets",
          "sandbox");
  private static final Pattern PROJECT = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,78}[a-z0-9])?");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  private SettingsFile() {}

  /**
   * Reads the file's text.
   *
   * @throws InvalidSettingsException naming line and key
   */
  static Settings read(String yaml) {
    return compose(yaml).map(SettingsFile::settings).orElseGet(Settings::none);
  }

  private static Optional<Node> compose(String yaml) {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setMaxAliasesForCollections(10);
    options.setNestingDepthLimit(20);
    try {
      return Optional.ofNullable(
          new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml)));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new InvalidSettingsException(
          mark == null ? 1 : mark.getLine() + 1, "", "is not YAML: " + e.getProblem() + ".");
    } catch (YAMLException e) {
      throw new InvalidSettingsException(1, "", "is not YAML: " + e.getMessage());
    }
  }

  private static Settings settings(Node root) {
    var all = YamlSection.of("", root, KEYS);
    var sourceControl = all.section("source-control", List.of("kind", "target", "delivery"));
    sourceControl.ifPresent(section -> section.oneOf("kind", List.of("git")));
    var budget = all.section("budget", List.of("amount", "rounds"));
    var sandbox = all.section("sandbox", List.of("network", "writable"));
    return new Settings(
        all.matching(
                "project",
                PROJECT,
                "lower-case letters, digits, dots and dashes, such as acme-billing")
            .map(Settings.Text::value)
            .orElse(null),
        all.text("vision").orElse(null),
        values(all.texts("languages")),
        all.textsByName("engine"),
        all.section("commands", COMMANDS).map(SettingsFile::commands).orElse(Map.of()),
        all.text("style-guide").orElse(null),
        all.section("assets", List.of("source", "config", "art"))
            .map(section -> named(section, List.of("source", "config", "art")))
            .orElse(Map.of()),
        sourceControl
            .flatMap(section -> section.text("target"))
            .map(SettingsFile::branch)
            .orElse(null),
        sourceControl.flatMap(SettingsFile::delivery).orElse(null),
        all.has("review") ? reviews(all.texts("review")) : null,
        all.texts("layers"),
        budget.flatMap(section -> section.amount("amount")).orElse(null),
        budget.flatMap(section -> section.whole("rounds", 1, MOST_ROUNDS)).orElse(null),
        secrets(all.texts("secrets")),
        sandbox.map(section -> section.flag("network", false)).orElse(false),
        sandbox.map(section -> writable(section.texts("writable"))).orElse(List.of()));
  }

  private static Map<String, String> commands(YamlSection section) {
    return named(section, COMMANDS);
  }

  private static Map<String, String> named(YamlSection section, List<String> names) {
    Map<String, String> found = new java.util.LinkedHashMap<>();
    for (var name : names) {
      section.text(name).ifPresent(text -> found.put(name, text.value().strip()));
    }
    return found;
  }

  private static Optional<String> delivery(YamlSection section) {
    var found = section.oneOf("delivery", List.of("branch", "merge", "pull-request"));
    found
        .filter(text -> text.value().equals("pull-request"))
        .ifPresent(
            text -> {
              throw text.problem(
                  "'pull-request' is not available in this version; say branch or merge.");
            });
    return found.map(Settings.Text::value);
  }

  private static String branch(Settings.Text text) {
    if (!BranchName.isValid(text.value())) {
      throw text.problem("'%s' is not a name git takes for a branch.".formatted(text.value()));
    }
    return text.value();
  }

  private static List<String> reviews(List<Settings.Text> texts) {
    texts.forEach(text -> YamlSection.check(text, REVIEWS));
    return values(texts);
  }

  private static List<String> secrets(List<Settings.Text> texts) {
    for (var text : texts) {
      if (!SECRET.matcher(text.value()).matches()) {
        // The value is not repeated: it may be the secret itself.
        throw text.problem("should be the name of an environment variable, never a secret itself.");
      }
    }
    return values(texts);
  }

  private static List<String> writable(List<Settings.Text> texts) {
    for (var text : texts) {
      var path = text.value();
      if (path.isBlank() || path.startsWith("/") || List.of(path.split("/", -1)).contains("..")) {
        throw text.problem(
            "'%s' should be a folder inside the repository, such as build/.".formatted(path));
      }
    }
    return values(texts);
  }

  private static List<String> values(List<Settings.Text> texts) {
    return texts.stream().map(Settings.Text::value).toList();
  }
}
