package dev.taskmaster.models;

import dev.taskmaster.models.discovery.Discovery;
import dev.taskmaster.models.file.ModelsFile;
import dev.taskmaster.models.replay.Recording;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models a person has, in the order they were written, and the way to their keys. */
public final class ModelCatalog {

  /** The environment variable that names a models file. */
  public static final String PATH_VARIABLE = "TASKMASTER_MODELS";

  private final List<Model> models;
  private final String currency;
  private final String origin;
  private final Map<String, String> env;
  private final Map<Path, Price> recordedCeilings = new ConcurrentHashMap<>();

  /**
   * @param origin where it comes from, in words a person is shown
   * @param env where keys are looked up when a call is made
   */
  public ModelCatalog(List<Model> models, String currency, String origin, Map<String, String> env) {
    this.models = List.copyOf(models);
    this.currency = currency;
    this.origin = origin;
    this.env = env;
  }

  /**
   * Reads a models file.
   *
   * @throws InvalidModelsFileException naming file, line, key and the way out
   */
  public static ModelCatalog load(Path yaml, Map<String, String> env) {
    return ModelsFile.read(yaml, env);
  }

  /** {@link #discover(Map, Path)} without a models file of the caller's. */
  public static ModelCatalog discover(Map<String, String> env) {
    return discover(env, null);
  }

  /**
   * The first of: the file {@code TASKMASTER_MODELS} names, the file given where it exists, keys in
   * the environment, a local Ollama that answers; else an empty catalogue.
   *
   * @param yaml usually {@code models.yaml} of the working directory
   * @throws InvalidModelsFileException when the file that counts cannot be used
   */
  public static ModelCatalog discover(Map<String, String> env, @Nullable Path yaml) {
    return Discovery.discover(env, yaml);
  }

  /** All models, in the order they were written. */
  public List<Model> models() {
    return models;
  }

  /** Whether there is no model at all. */
  public boolean isEmpty() {
    return models.isEmpty();
  }

  /** The currency of all prices, such as {@code USD}. */
  public String currency() {
    return currency;
  }

  /** Where this catalogue comes from, in words. */
  public String origin() {
    return origin;
  }

  /** The model of that name. */
  public Optional<Model> named(String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /** The model for a tier: of that tier, else of the next stronger, else of the next weaker. */
  public Optional<Model> route(Tier wanted) {
    return candidates(wanted).stream().findFirst();
  }

  /** Every model of the tier {@link #route} chooses, in the order they were written. */
  public List<Model> candidates(Tier wanted) {
    Optional<Tier> served =
        models.stream()
            .map(Model::tier)
            .distinct()
            .min(Comparator.comparingInt(t -> far(wanted, t)));
    return served
        .map(tier -> models.stream().filter(model -> model.tier() == tier).toList())
        .orElse(List.of());
  }

  /**
   * The most a call at a tier can cost, over every model that may serve it.
   *
   * @throws PermanentModelException.NoModel when the catalogue is empty
   */
  public PriceCeiling ceiling(Tier tier) {
    List<Model> serving = candidates(tier);
    if (serving.isEmpty()) {
      throw noModel(tier);
    }
    Price dearest = serving.stream().map(this::dearest).reduce(Price.FREE, Price::orHigher);
    return new PriceCeiling(
        dearest.inPerMTok(),
        dearest.outPerMTok(),
        serving.stream().mapToInt(Model::maxOutputTokens).max().orElseThrow(),
        serving.stream().mapToInt(Model::contextTokens).max().orElseThrow(),
        currency);
  }

  /** The fault of a tier that nothing serves. */
  public PermanentModelException.NoModel noModel(Tier tier) {
    return new PermanentModelException.NoModel(
        tier.wireName(),
        "no model is configured for this tier or any other",
        "write a models.yaml, name one in "
            + PATH_VARIABLE
            + ", set OPENAI_API_KEY or ANTHROPIC_API_KEY, or start Ollama");
  }

  /** The key of a model, looked up now; empty where the model needs none or it is not set. */
  public Optional<ApiKey> key(Model model) {
    String name = model.keyName();
    if (name == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(env.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> new ApiKey(name, value));
  }

  /** Exact first, then stronger ones by distance, then weaker ones by distance. */
  @SuppressWarnings("EnumOrdinal") // The distance of two tiers is that of their places.
  private static int far(Tier wanted, Tier offered) {
    int distance = offered.ordinal() - wanted.ordinal();
    return distance >= 0 ? distance : Tier.values().length - distance;
  }

  /** A recorded call may carry the price it had, which may be higher than its entry's. */
  private Price dearest(Model model) {
    Path recording = model.recording();
    return recording == null
        ? model.price()
        : recordedCeilings.computeIfAbsent(
            recording, file -> Recording.read(file).ceiling(model.price()));
  }

  @Override
  public String toString() {
    return "ModelCatalog[" + origin + ": " + models.stream().map(Model::name).toList() + "]";
  }
}
