package dev.taskmaster.models.file;

import dev.taskmaster.models.InvalidModelsFileException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.Price;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Structured;
import dev.taskmaster.models.Tier;
import dev.taskmaster.models.replay.InvalidRecordingException;
import dev.taskmaster.models.replay.Recording;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** One entry of the list of models. */
final class ModelEntry {

  private static final Set<String> KEYS =
      ordered(
          "name",
          "provider",
          "base-url",
          "model",
          "tier",
          "api-key",
          "price-per-mtok",
          "context",
          "max-output",
          "structured",
          "recording");
  private static final Set<String> PRICE_KEYS = ordered("in", "out");
  private static final String ENV = "env:";

  private final Path file;
  private final YamlMap yaml;
  private final Map<String, String> env;

  private ModelEntry(Path file, YamlMap yaml, Map<String, String> env) {
    this.file = file;
    this.yaml = yaml;
    this.env = env;
  }

  static ModelEntry of(Path file, Node node, Map<String, String> env) {
    return new ModelEntry(file, YamlMap.of(file, node, "", KEYS), env);
  }

  String name() {
    return yaml.required("name", "give each model a name of your own");
  }

  InvalidModelsFileException duplicateName() {
    return yaml.complaint(
        "name", "'" + name() + "' is the name of two models", "give each model a name of its own");
  }

  Model model() {
    String name = name();
    Provider provider =
        choice(
            "provider",
            yaml.required("provider", "write one of " + names(Provider.values())),
            Provider.values());
    String id = yaml.required("model", "write the provider's model id, such as qwen2.5-coder:7b");
    Tier tier =
        choice("tier", yaml.required("tier", "write one of " + Tier.knownNames()), Tier.values());
    int context = yaml.positive("context").orElse(Model.DEFAULT_CONTEXT_TOKENS);
    int output = yaml.positive("max-output").orElse(Model.defaultMaxOutputTokens(context));
    Structured structured =
        yaml.text("structured")
            .map(text -> choice("structured", text, Structured.values()))
            .orElse(Structured.SCHEMA);
    return new Model(
        name,
        provider,
        id,
        tier,
        baseUrl(),
        keyName(provider),
        price(),
        context,
        output,
        structured,
        recording(provider));
  }

  private @Nullable URI baseUrl() {
    String text = yaml.text("base-url").orElse(null);
    if (text == null) {
      return null;
    }
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through to the complaint; the parser's message could repeat a key written into the
      // URL.
    }
    throw yaml.complaint(
        "base-url",
        "is not a plain http or https address",
        "write one such as http://127.0.0.1:11434/v1, without user, query or fragment");
  }

  private @Nullable String keyName(Provider provider) {
    String text = yaml.text("api-key").orElse(null);
    if (text == null) {
      return defaultKeyName(provider);
    }
    if (!text.startsWith(ENV) || !text.substring(ENV.length()).matches("[A-Za-z_][A-Za-z0-9_]*")) {
      // Never shows the value: it may be the key itself.
      throw yaml.complaint(
          "api-key", "is not of the form env:NAME", "put the key into an environment variable");
    }
    return requireSet(text.substring(ENV.length()));
  }

  /** A provider's own endpoint needs its usual key; an endpoint of one's own may need none. */
  private @Nullable String defaultKeyName(Provider provider) {
    if (yaml.has("base-url")) {
      return null;
    }
    return switch (provider) {
      case OPENAI -> requireSet("OPENAI_API_KEY");
      case ANTHROPIC -> requireSet("ANTHROPIC_API_KEY");
      case OLLAMA, REPLAY -> null;
    };
  }

  private String requireSet(String variable) {
    String value = env.get(variable);
    if (value == null || value.isBlank()) {
      throw yaml.complaint(
          "api-key",
          "the environment variable " + variable + " is not set",
          "export " + variable + " or remove the model");
    }
    return variable;
  }

  private Price price() {
    Node node = yaml.node("price-per-mtok").orElse(null);
    if (node == null) {
      return Price.FREE;
    }
    YamlMap price = YamlMap.of(file, node, "price-per-mtok.", PRICE_KEYS);
    return new Price(
        price.amount("in").orElse(BigDecimal.ZERO), price.amount("out").orElse(BigDecimal.ZERO));
  }

  private @Nullable Path recording(Provider provider) {
    String text = yaml.text("recording").orElse(null);
    if (provider != Provider.REPLAY) {
      if (text != null) {
        throw yaml.complaint(
            "recording", "belongs to provider replay only", "remove it or write provider: replay");
      }
      return null;
    }
    String path =
        yaml.required("recording", "name the recording's JSON file, relative to this one");
    try {
      Path recording = file.toAbsolutePath().resolveSibling(path).normalize();
      Recording.read(recording);
      return recording;
    } catch (InvalidPathException | InvalidRecordingException e) {
      throw yaml.complaint("recording", String.valueOf(e.getMessage()), "name a usable recording");
    }
  }

  private <E extends Enum<E>> E choice(String key, String text, E[] known) {
    return Arrays.stream(known)
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                yaml.complaint(
                    key,
                    "unknown " + key + " '" + YamlMap.shown(text) + "'",
                    "write one of " + names(known)));
  }

  private static <E extends Enum<E>> String names(E[] known) {
    return Arrays.stream(known)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static Set<String> ordered(String... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
  }
}
