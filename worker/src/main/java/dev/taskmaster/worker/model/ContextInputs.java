package dev.taskmaster.worker.model;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.worker.AttemptFailedException;
import java.util.stream.Collectors;

/** What a node's dependencies returned, as text for a prompt. */
public record ContextInputs(Blobs blobs) {

  /** Adds every input of {@code order} that is context, in its order. */
  public UserText addTo(UserText text, WorkOrder order) {
    order.inputs().stream()
        .filter(Input::context)
        .forEach(input -> text.data(heading(input), textOf(input.result())));
    return text;
  }

  /** A result as text. */
  public String textOf(NodeResult result) {
    return switch (result) {
      case NodeResult.Text text -> read(text.text());
      case NodeResult.Change change -> read(change.diff());
      case NodeResult.Layer layer -> read(layer.layer());
      case NodeResult.Tree tree -> "changed: " + String.join(", ", tree.paths());
      case NodeResult.Verdict verdict ->
          (verdict.passed() ? "passed\n" : "rejected\n")
              + verdict.findings().stream()
                  .map(ContextInputs::line)
                  .collect(Collectors.joining("\n"));
      case NodeResult.Delivery delivery -> delivery.branch() + " " + delivery.commit();
    };
  }

  /**
   * The content behind {@code ref}.
   *
   * @throws AttemptFailedException of the system when it is gone
   */
  public String read(BlobRef ref) {
    return blobs
        .text(new BlobHash(ref.hash()))
        .orElseThrow(
            () ->
                new AttemptFailedException(
                    FaultKind.SYSTEM,
                    "content %s is not in the blob store; check TASKMASTER_BLOBS_DIR"
                        .formatted(ref.hash())));
  }

  private static String heading(Input input) {
    var label = input.label().isBlank() ? input.node().name() : input.label();
    return switch (input.kind()) {
      case CONTEXT_FILE -> "File " + label;
      case CONTEXT_SEARCH -> "Search results: " + label;
      default -> label;
    };
  }

  private static String line(Finding finding) {
    var place = finding.file() == null ? "" : finding.file() + ":" + finding.line() + ": ";
    return place + finding.message();
  }
}
