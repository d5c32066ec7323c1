package dev.taskmaster.models;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that brought no usable reply. The message names model, problem and way out, no secret. */
public abstract sealed class ModelFault extends RuntimeException
    permits RetriableModelException, PermanentModelException {

  private static final long serialVersionUID = 1L;

  private final String model;
  private final transient @Nullable Usage usage;
  private transient @Nullable String requestJson;

  ModelFault(String model, String problem, String wayOut, @Nullable Usage usage) {
    super("model '" + model + "': " + problem + "; " + wayOut);
    this.model = model;
    this.usage = usage;
  }

  /** The catalogue name of the model, or the tier or name that was asked for. */
  public String model() {
    return model;
  }

  /** What the failed call consumed and must be paid; empty where nothing was. */
  public Optional<Usage> usage() {
    return Optional.ofNullable(usage);
  }

  /** The body that was sent, for transcripts; empty where nothing was. */
  public Optional<String> requestJson() {
    return Optional.ofNullable(requestJson);
  }

  /** Adds the body that was sent. */
  public ModelFault after(String sentJson) {
    this.requestJson = sentJson.isEmpty() ? null : sentJson;
    return this;
  }
}
