package dev.taskmaster.models.discovery;

import dev.taskmaster.models.InvalidModelsFileException;
import dev.taskmaster.models.Model;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.Price;
import dev.taskmaster.models.Provider;
import dev.taskmaster.models.Structured;
import dev.taskmaster.models.Tier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue of what is there. */
public final class Discovery {

  private static final String CURRENCY = "USD";
  private static final String OPENAI_KEY = "OPENAI_API_KEY";
  private static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";

  /** Prices in USD per million tokens as the providers list them; a models.yaml overrides them. */
  private static final List<Model> OPENAI_MODELS =
      List.of(
          hosted(
              "openai-economy",
              Provider.OPENAI,
              "gpt-4.1-mini",
              Tier.ECONOMY,
              OPENAI_KEY,
              Price.of("0.40", "1.60"),
              1_000_000),
          hosted(
              "openai-standard",
              Provider.OPENAI,
              "gpt-4.1",
              Tier.STANDARD,
              OPENAI_KEY,
              Price.of("2", "8"),
              1_000_000));

  private static final List<Model> ANTHROPIC_MODELS =
      List.of(
          hosted(
              "anthropic-economy",
              Provider.ANTHROPIC,
              "claude-haiku-4-5",
              Tier.ECONOMY,
              ANTHROPIC_KEY,
              Price.of("1", "5"),
              200_000),
          hosted(
              "anthropic-standard",
              Provider.ANTHROPIC,
              "claude-sonnet-4-5",
              Tier.STANDARD,
              ANTHROPIC_KEY,
              Price.of("3", "15"),
              200_000),
          hosted(
              "anthropic-premium",
              Provider.ANTHROPIC,
              "claude-opus-4-5",
              Tier.PREMIUM,
              ANTHROPIC_KEY,
              Price.of("5", "25"),
              200_000));

  private Discovery() {}

  /** As {@link ModelCatalog#discover(Map, Path)} promises. */
  public static ModelCatalog discover(Map<String, String> env, @Nullable Path yaml) {
    Optional<String> named = value(env, ModelCatalog.PATH_VARIABLE);
    if (named.isPresent()) {
      return ModelCatalog.load(Path.of(named.get()), env);
    }
    if (yaml != null && Files.exists(yaml)) {
      return ModelCatalog.load(yaml, env);
    }
    List<Model> models = keyed(env);
    if (!models.isEmpty()) {
      return new ModelCatalog(models, CURRENCY, keysInWords(models), env);
    }
    return new LocalOllama(env)
        .model()
        .map(model -> new ModelCatalog(List.of(model), CURRENCY, "a local Ollama", env))
        .orElseGet(() -> new ModelCatalog(List.of(), CURRENCY, "nothing configured", env));
  }

  private static List<Model> keyed(Map<String, String> env) {
    List<Model> models = new ArrayList<>();
    if (value(env, OPENAI_KEY).isPresent()) {
      models.addAll(
          value(env, "OPENAI_BASE_URL")
              .map(url -> List.of(ownEndpoint(env, address(url))))
              .orElse(OPENAI_MODELS));
    }
    if (value(env, ANTHROPIC_KEY).isPresent()) {
      models.addAll(ANTHROPIC_MODELS);
    }
    return models;
  }

  /** Of an endpoint of one's own neither models nor prices are known. */
  private static Model ownEndpoint(Map<String, String> env, URI url) {
    String id =
        value(env, "OPENAI_MODEL")
            .or(() -> OpenAiModelList.first(url, env.get(OPENAI_KEY)))
            .orElse("default");
    return new Model(
        "openai-endpoint",
        Provider.OPENAI,
        id,
        Tier.STANDARD,
        url,
        OPENAI_KEY,
        Price.FREE,
        Model.DEFAULT_CONTEXT_TOKENS,
        Model.defaultMaxOutputTokens(Model.DEFAULT_CONTEXT_TOKENS),
        Structured.SCHEMA,
        null);
  }

  private static URI address(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Falls through: the parser's message could repeat a secret written into the address.
    }
    throw new InvalidModelsFileException(
        Path.of("environment"),
        0,
        "OPENAI_BASE_URL",
        "is not a plain http or https address",
        "write one such as http://127.0.0.1:8000/v1, or unset it");
  }

  private static Model hosted(
      String name, Provider provider, String id, Tier tier, String key, Price price, int context) {
    return new Model(
        name,
        provider,
        id,
        tier,
        null,
        key,
        price,
        context,
        Model.defaultMaxOutputTokens(context),
        Structured.SCHEMA,
        null);
  }

  private static String keysInWords(List<Model> models) {
    return "keys in the environment: "
        + models.stream().map(Model::keyName).distinct().collect(Collectors.joining(", "));
  }

  static Optional<String> value(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
