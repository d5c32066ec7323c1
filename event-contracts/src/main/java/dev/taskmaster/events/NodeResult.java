package dev.taskmaster.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node returned. {@link #hash()} is its identity: the same hash means the same result, which
 * is what lets a change stop spreading.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NodeResult.Text.class, name = "text"),
  @JsonSubTypes.Type(value = NodeResult.Change.class, name = "change"),
  @JsonSubTypes.Type(value = NodeResult.Tree.class, name = "tree"),
  @JsonSubTypes.Type(value = NodeResult.Layer.class, name = "layer"),
  @JsonSubTypes.Type(value = NodeResult.Verdict.class, name = "verdict"),
  @JsonSubTypes.Type(value = NodeResult.Delivery.class, name = "delivery")
})
public sealed interface NodeResult {

  @JsonIgnore
  String hash();

  /** A text: context, an answer, a command's output. */
  record Text(BlobRef text) implements NodeResult {
    @Override
    public String hash() {
      return text.hash();
    }
  }

  /** A change proposed as a git-format diff; nothing has been touched yet. */
  record Change(BlobRef diff) implements NodeResult {
    @Override
    public String hash() {
      return diff.hash();
    }
  }

  /**
   * A state of the project's files, pinned in the exchange repository.
   *
   * @param commit the commit on the task's branch that holds the tree; not part of the identity
   * @param paths what changed against the tree before
   */
  record Tree(TreeId tree, CommitId commit, List<String> paths) implements NodeResult {
    public Tree {
      paths = List.copyOf(paths);
    }

    @Override
    public String hash() {
      return tree.value();
    }
  }

  /**
   * A layer for the task's stage: a plan, or the correction of a round.
   *
   * @param layer its text in USD's text format
   * @param summary one line for people
   * @param cause for a correction: the node whose input was at fault
   * @param changed for a correction: the paths of the opinions it authors
   * @param fallback whether it was made without a usable answer of a model
   * @param reusedFrom for a plan: the definition it references, or null where it was built
   * @param reuseScore the score of that match, 0 where none
   */
  record Layer(
      BlobRef layer,
      String summary,
      @Nullable NodePath cause,
      List<String> changed,
      boolean fallback,
      @Nullable String reusedFrom,
      double reuseScore)
      implements NodeResult {
    public Layer {
      changed = List.copyOf(changed);
    }

    @Override
    public String hash() {
      return layer.hash();
    }
  }

  /**
   * What a review found. A rejection is a successful review.
   *
   * @param log the checks' whole output, bounded
   */
  record Verdict(boolean passed, List<Finding> findings, BlobRef log, @Nullable String isolation)
      implements NodeResult {
    public Verdict {
      findings = List.copyOf(findings);
    }

    @Override
    public String hash() {
      return (passed ? "passed-" : "rejected-") + log.hash();
    }
  }

  /** The end of a task in the person's repository. */
  record Delivery(String branch, CommitId commit, String kind) implements NodeResult {
    @Override
    public String hash() {
      return commit.value();
    }
  }
}
