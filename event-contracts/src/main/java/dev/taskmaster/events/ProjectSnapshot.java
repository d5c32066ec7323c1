package dev.taskmaster.events;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project as it was when a task was submitted: what {@code taskmaster.yaml} said or what was
 * detected, validated. Secrets appear by name only.
 *
 * @param root the person's repository, an absolute path on the machine of the gateway
 * @param detected which of the settings were detected rather than written, by key
 * @param styleGuide text, bounded; empty where none
 * @param reviews in order: {@code plan}, {@code self}, {@code tests}, {@code human}
 * @param environment operating system, platform, working directory and such, by name
 * @param layers shared layers (team, company) named by the project, strongest first: name to text
 */
public record ProjectSnapshot(
    ProjectId id,
    String root,
    List<String> languages,
    Commands commands,
    String vision,
    String styleGuide,
    List<String> reviews,
    Delivery delivery,
    Budget budget,
    Sandbox sandbox,
    List<String> secrets,
    Map<String, String> environment,
    List<String> detected,
    List<SharedLayer> layers) {

  public ProjectSnapshot {
    languages = List.copyOf(languages);
    reviews = List.copyOf(reviews);
    secrets = List.copyOf(secrets);
    environment = Map.copyOf(environment);
    detected = List.copyOf(detected);
    layers = List.copyOf(layers);
  }

  /** Shell commands; empty means there is none. */
  public record Commands(String setup, String build, String test) {}

  /**
   * Where the result goes.
   *
   * @param kind {@code branch} or {@code merge}
   * @param target the branch that {@code merge} goes to; null for the default
   */
  public record Delivery(String kind, @Nullable String target) {}

  /** What a task may spend; {@code rounds} counts passes from plan to review. */
  public record Budget(BigDecimal amount, int rounds) {}

  /** What the sandbox grants beyond its defaults. */
  public record Sandbox(boolean network, List<String> writable) {
    public Sandbox {
      writable = List.copyOf(writable);
    }
  }

  /** A layer shared between projects, as text in USD's text format. */
  public record SharedLayer(String name, BlobRef text) {}
}
