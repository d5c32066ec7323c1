package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a node does, and the facts about it that scheduling needs: who works on it, whether a model
 * is called and how far its result may be shared. A new kind is one row here and one file at its
 * worker.
 */
public enum NodeKind {
  DISAGGREGATE("disaggregate", Worker.PLANNER, true, Reuse.TASK),
  REFINE("refine", Worker.PLANNER, true, Reuse.NEVER),
  REVIEW("review", Worker.REVIEWER, true, Reuse.TASK),
  CONTEXT_FILE("context-file", Worker.EXECUTOR, false, Reuse.PROJECT),
  CONTEXT_SEARCH("context-search", Worker.EXECUTOR, false, Reuse.PROJECT),
  LLM("llm", Worker.EXECUTOR, true, Reuse.PROJECT),
  LLM_CHANGE("llm-change", Worker.EXECUTOR, true, Reuse.PROJECT),
  APPLY_CHANGE("apply-change", Worker.EXECUTOR, false, Reuse.PROJECT),
  COMMAND("command", Worker.EXECUTOR, false, Reuse.TASK),
  HUMAN("human", Worker.EXECUTOR, false, Reuse.TASK),
  DELIVER("deliver", Worker.EXECUTOR, false, Reuse.NEVER);

  /** The service that does a kind. */
  public enum Worker {
    PLANNER,
    EXECUTOR,
    REVIEWER
  }

  /** How far a result may be found again by its inputs. */
  public enum Reuse {
    NEVER,
    TASK,
    PROJECT
  }

  private final String wireName;
  private final Worker worker;
  private final boolean callsModel;
  private final Reuse reuse;

  NodeKind(String wireName, Worker worker, boolean callsModel, Reuse reuse) {
    this.wireName = wireName;
    this.worker = worker;
    this.callsModel = callsModel;
    this.reuse = reuse;
  }

  /** The kind called {@code wireName}, or empty for a name nobody knows. */
  public static Optional<NodeKind> named(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }

  @JsonCreator
  static NodeKind fromWire(String wireName) {
    return named(wireName)
        .orElseThrow(() -> new IllegalArgumentException("no node kind is called " + wireName));
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  public Worker worker() {
    return worker;
  }

  /** Whether working on it may call a model, so that a price is reserved at its claim. */
  public boolean callsModel() {
    return callsModel;
  }

  public Reuse reuse() {
    return reuse;
  }
}
