package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.executor.context.PlainText;
import dev.taskmaster.executor.project.TaskTrees;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.model.UserText;
import java.util.ArrayList;
import java.util.List;

/**
 * The text a model reads about a node: its context, the files it was given, its task, its notes.
 */
public record Composition(TaskTrees trees, ContextInputs inputs) {

  private static final int MOST_BYTES = 256 << 10;

  String of(WorkOrder order) {
    var text = inputs.addTo(UserText.of(order), order);
    var missing = new ArrayList<String>();
    var reads = order.list("reads");
    if (!reads.isEmpty()) {
      addFiles(
          text,
          trees.files(order.project().id(), order.files().tree(), MOST_BYTES),
          reads,
          missing);
    }
    if (!missing.isEmpty()) {
      text.closing("These files do not exist: " + String.join(", ", missing));
    }
    return text.build();
  }

  private static void addFiles(
      UserText text, SourceTree tree, List<String> paths, List<String> missing) {
    for (var path : paths) {
      var content =
          tree.read(path)
              .filter(file -> file.mode().isFile())
              .flatMap(file -> PlainText.of(file.bytes()));
      content.ifPresentOrElse(found -> text.data("File " + path, found), () -> missing.add(path));
    }
  }
}
