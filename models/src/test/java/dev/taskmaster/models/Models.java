package dev.taskmaster.models;

import dev.taskmaster.models.testing.ScriptedModelServer;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Catalogue entries for tests. */
public final class Models {

  private Models() {}

  /** An OpenAI-compatible model at the server, without a key. */
  public static Model openAi(ScriptedModelServer server) {
    return new Model(
        "small",
        Provider.OPENAI,
        "scripted",
        Tier.ECONOMY,
        URI.create(server.baseUrl()),
        null,
        Price.of("2", "10"),
        32_768,
        8_192,
        Structured.SCHEMA,
        null);
  }

  public static Model named(String name, Tier tier, String in, String out) {
    return new Model(
        name,
        Provider.OPENAI,
        name,
        tier,
        URI.create("http://127.0.0.1:9/v1"),
        null,
        Price.of(in, out),
        32_768,
        8_192,
        Structured.SCHEMA,
        null);
  }

  public static Model withKey(Model m, String keyName) {
    return new Model(
        m.name(),
        m.provider(),
        m.model(),
        m.tier(),
        m.baseUrl(),
        keyName,
        m.price(),
        m.contextTokens(),
        m.maxOutputTokens(),
        m.structured(),
        m.recording());
  }

  public static Model withLimits(Model m, int context, int output) {
    return new Model(
        m.name(),
        m.provider(),
        m.model(),
        m.tier(),
        m.baseUrl(),
        m.keyName(),
        m.price(),
        context,
        output,
        m.structured(),
        m.recording());
  }

  public static Model withStructured(Model m, Structured structured) {
    return new Model(
        m.name(),
        m.provider(),
        m.model(),
        m.tier(),
        m.baseUrl(),
        m.keyName(),
        m.price(),
        m.contextTokens(),
        m.maxOutputTokens(),
        structured,
        m.recording());
  }

  public static Model speaking(Model m, Provider provider, String baseUrl) {
    return new Model(
        m.name(),
        provider,
        m.model(),
        m.tier(),
        URI.create(baseUrl),
        m.keyName(),
        m.price(),
        m.contextTokens(),
        m.maxOutputTokens(),
        m.structured(),
        m.recording());
  }

  public static ModelCatalog catalog(Model... models) {
    return catalog(Map.of(), models);
  }

  public static ModelCatalog catalog(Map<String, String> env, Model... models) {
    return new ModelCatalog(List.of(models), "USD", "a test", env);
  }
}
