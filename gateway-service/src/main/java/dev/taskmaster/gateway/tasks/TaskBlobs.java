package dev.taskmaster.gateway.tasks;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.Blobs;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.views.GraphView;
import dev.taskmaster.views.NodeView;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The large contents of a task: prompts, replies, diffs, logs. Nobody reads those of another. */
public final class TaskBlobs {
  private final Tasks tasks;
  private final Blobs blobs;

  public TaskBlobs(Tasks tasks, Blobs blobs) {
    this.tasks = tasks;
    this.blobs = blobs;
  }

  /**
   * The content with this hash, if the task refers to it.
   *
   * @throws Refusal when it does not, or the content is gone
   */
  public byte[] content(TaskId task, String hash) {
    var wanted = hash(hash);
    boolean refers = references(tasks.graph(task)).anyMatch(hash::equals);
    if (!refers) {
      throw Refusal.notFound(
          "Task %s refers to no content %s: GET /api/v1/tasks/%s/graph shows what it refers to."
              .formatted(task, hash, task));
    }
    return blobs
        .get(wanted)
        .orElseThrow(
            () -> Refusal.notFound("The content %s is not kept any more.".formatted(hash)));
  }

  private static BlobHash hash(String text) {
    try {
      return new BlobHash(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("hash", "'%s': %s.".formatted(text, e.getMessage()));
    }
  }

  private static Stream<String> references(GraphView graph) {
    return Stream.concat(
        graph.layers().stream().map(GraphView.LayerView::hash),
        graph.nodes().stream().flatMap(TaskBlobs::references));
  }

  private static Stream<String> references(NodeView node) {
    var calls =
        node.runs().stream()
            .flatMap(run -> run.calls().stream())
            .flatMap(call -> Stream.of(call.prompt(), call.reply()))
            .filter(Objects::nonNull)
            .map(BlobRef::hash);
    return Stream.concat(calls, reference(node.result()));
  }

  private static Stream<String> reference(@Nullable NodeResult result) {
    return switch (result) {
      case NodeResult.Text text -> Stream.of(text.text().hash());
      case NodeResult.Change change -> Stream.of(change.diff().hash());
      case NodeResult.Layer layer -> Stream.of(layer.layer().hash());
      case NodeResult.Verdict verdict -> Stream.of(verdict.log().hash());
      case NodeResult.Tree tree -> Stream.of();
      case NodeResult.Delivery delivery -> Stream.of();
      case null -> Stream.of();
    };
  }
}
