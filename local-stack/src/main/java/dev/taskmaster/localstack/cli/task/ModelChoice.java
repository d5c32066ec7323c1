package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.localstack.cli.CommandFailure;
import dev.taskmaster.localstack.parts.ModelSettings;
import dev.taskmaster.models.InvalidModelsFileException;
import dev.taskmaster.models.ModelCatalog;
import dev.taskmaster.models.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The models a person has: {@code TASKMASTER_MODELS}, else {@code models.yaml} of the working
 * directory or the data folder, else what the environment offers.
 */
public final class ModelChoice {
  private static final String FILE = "models.yaml";
  private static final String WAYS_OUT =
      "Write a models.yaml here (or name one with TASKMASTER_MODELS=PATH), set OPENAI_API_KEY or"
          + " ANTHROPIC_API_KEY, or start Ollama.";

  private final ModelCatalog catalog;
  private final @Nullable Path file;

  private ModelChoice(ModelCatalog catalog, @Nullable Path file) {
    this.catalog = catalog;
    this.file = file;
  }

  /**
   * Finds the models.
   *
   * @throws CommandFailure exit 2, saying what to set, when there are none that could answer
   */
  public static ModelChoice require(
      Map<String, String> environment, Path workingDirectory, Path dataDir) {
    var file = file(environment, workingDirectory, dataDir);
    try {
      var catalog = ModelCatalog.discover(environment, file);
      if (catalog.isEmpty()) {
        throw CommandFailure.badInput("No model is configured, and a task needs one. " + WAYS_OUT);
      }
      return new ModelChoice(catalog, file);
    } catch (InvalidModelsFileException e) {
      throw CommandFailure.badInput(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable Path file(
      Map<String, String> environment, Path workingDirectory, Path dataDir) {
    var named = environment.get(ModelCatalog.PATH_VARIABLE);
    if (named != null && !named.isBlank()) {
      return workingDirectory.resolve(named).toAbsolutePath().normalize();
    }
    for (var folder : List.of(workingDirectory, dataDir)) {
      var candidate = folder.resolve(FILE).toAbsolutePath().normalize();
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /**
   * Checks that a tier exists.
   *
   * @throws CommandFailure exit 2, naming those that exist
   */
  public void checkTier(@Nullable String tier) {
    if (tier == null) {
      return;
    }
    try {
      Tier.parse(tier);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(
          "There is no tier '%s'. Tiers are %s; your models (%s) serve %s."
              .formatted(tier, Tier.knownNames(), catalog.origin(), served()),
          e);
    }
  }

  private String served() {
    return catalog.models().stream()
        .map(model -> model.tier().wireName() + " (" + model.name() + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The same models for the workers of a stack. */
  public ModelSettings settings() {
    return new ModelSettings(file, Map.of());
  }

  /** Where the models come from, in words. */
  public String origin() {
    return catalog.origin();
  }
}
