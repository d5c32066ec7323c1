package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.context.LineRange;
import dev.taskmaster.executor.context.NearPaths;
import dev.taskmaster.executor.context.PlainText;
import dev.taskmaster.executor.project.TaskTrees;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.patch.paths.SafePath;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;

/** A file of the project, or some of its lines, as it is in the tree the node sees. */
public final class ContextFile implements NodeKindWork {
  private static final int MOST_CHARS = 200_000;
  private static final int MOST_BYTES = 4 << 20;

  private final TaskTrees trees;
  private final Texts texts;

  public ContextFile(TaskTrees trees, Texts texts) {
    this.trees = trees;
    this.texts = texts;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CONTEXT_FILE;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) {
    var path = Wanted.text(order, "path");
    var unsafe = SafePath.problemOf(path);
    if (unsafe.isPresent()) {
      return Wanted.failed(
          "the path '%s' is refused: %s; use a plain path from the root of the project"
              .formatted(SafePath.shown(path), unsafe.get()),
          null);
    }
    var tree = trees.files(order.project().id(), order.files().tree(), MOST_BYTES);
    var content = tree.read(path);
    if (content.isEmpty()) {
      return missing(tree, path);
    }
    if (!content.get().mode().isFile()) {
      return Wanted.failed(
          "%s is a link or a submodule; name the file it leads to".formatted(path), path);
    }
    var text = PlainText.of(content.get().bytes());
    if (text.isEmpty()) {
      return Wanted.failed("%s is binary; name a text file".formatted(path), path);
    }
    return selected(order, path, text.get());
  }

  private NodeOutcome selected(WorkOrder order, String path, String text) {
    var lines = order.text("lines").map(String::strip).filter(said -> !said.isEmpty());
    if (lines.isEmpty()) {
      return texts.done(PlainText.cut(text, MOST_CHARS));
    }
    var range = LineRange.parse(lines.get());
    if (range.isEmpty()) {
      return Wanted.failed(
          "'%s' are no lines of %s; write them like 10-40 or 10-".formatted(lines.get(), path),
          path);
    }
    var part = range.get().of(text);
    if (part.isEmpty()) {
      return Wanted.failed(
          "%s has %d lines, not %s".formatted(path, text.lines().count(), lines.get()), path);
    }
    return texts.done(PlainText.cut(part.get(), MOST_CHARS));
  }

  private static NodeOutcome missing(SourceTree tree, String path) {
    if (tree.exists(path)) {
      return Wanted.failed("%s is a folder; name a file in it".formatted(path), path);
    }
    var near = NearPaths.of(path, tree.list());
    return Wanted.failed(
        near.isEmpty()
            ? "there is no file %s and none with a similar name".formatted(path)
            : "there is no file %s; near it are %s".formatted(path, String.join(", ", near)),
        path);
  }
}
