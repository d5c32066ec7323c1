package dev.taskmaster.gateway.projects;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code taskmaster.yaml} says; null or empty where it says nothing.
 *
 * @param project the project's id
 * @param vision a text, or the path of one
 * @param engine interfaces the code is written against, by name: {@code conda}, {@code unreal}
 * @param commands by name: {@code setup}, {@code build}, {@code test}, {@code run}, {@code deploy}
 * @param styleGuide a text, or the path of one
 * @param assets where things lie, by name: {@code source}, {@code config}, {@code art}
 * @param reviews in order; null where it says nothing, which is not the same as none
 * @param layers paths from the root of the repository, from the most general to the most specific
 * @param secrets names only
 */
record Settings(
    @Nullable String project,
    @Nullable Text vision,
    List<String> languages,
    Map<String, String> engine,
    Map<String, String> commands,
    @Nullable Text styleGuide,
    Map<String, String> assets,
    @Nullable String target,
    @Nullable String delivery,
    @Nullable List<String> reviews,
    List<Text> layers,
    @Nullable BigDecimal amount,
    @Nullable Integer rounds,
    List<String> secrets,
    boolean network,
    List<String> writable) {

  Settings {
    languages = List.copyOf(languages);
    engine = Map.copyOf(engine);
    commands = Map.copyOf(commands);
    assets = Map.copyOf(assets);
    reviews = reviews == null ? null : List.copyOf(reviews);
    layers = List.copyOf(layers);
    secrets = List.copyOf(secrets);
    writable = List.copyOf(writable);
  }

  /** A value with its place, for an error that can only be found when files are read. */
  record Text(String value, int line, String key) {
    InvalidSettingsException problem(String problem) {
      return new InvalidSettingsException(line, key, problem);
    }
  }

  static Settings none() {
    return new Settings(
        null, null, List.of(), Map.of(), Map.of(), null, Map.of(), null, null, null, List.of(),
        null, null, List.of(), false, List.of());
  }
}
