package dev.taskmaster.executor.nodes;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.executor.context.InvalidSearchException;
import dev.taskmaster.executor.context.TextSearch;
import dev.taskmaster.executor.project.TaskTrees;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;

/** Lines of the project's files that match a query, with what stands around them. */
public final class ContextSearch implements NodeKindWork {
  private final TaskTrees trees;
  private final Texts texts;

  public ContextSearch(TaskTrees trees, Texts texts) {
    this.trees = trees;
    this.texts = texts;
  }

  @Override
  public NodeKind kind() {
    return NodeKind.CONTEXT_SEARCH;
  }

  @Override
  public NodeOutcome work(WorkOrder order, Attempt attempt) throws InterruptedException {
    var query = Wanted.text(order, "query");
    var glob = order.text("glob").map(String::strip).orElse("");
    try {
      var tree =
          trees.files(order.project().id(), order.files().tree(), TextSearch.LARGEST_FILE + 1);
      var search = TextSearch.of(query, glob);
      var found = search.in(tree);
      if (found.matches() == 0) {
        found = search.ignoringCase().in(tree);
      }
      return texts.done(said(query, glob, found));
    } catch (InvalidSearchException e) {
      return Wanted.failed(e.problem(), null);
    }
  }

  private static String said(String query, String glob, TextSearch.Found found) {
    if (found.matches() == 0) {
      // That something is nowhere is worth knowing, too.
      return "nothing matches %s%s\n".formatted(query, glob.isEmpty() ? "" : " in " + glob);
    }
    return found.text() + (found.more() ? "[… more matches left out]\n" : "");
  }
}
