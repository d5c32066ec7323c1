package dev.taskmaster.gateway.adapter.git;

import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.gateway.refusals.Refusal;
import dev.taskmaster.workspace.ExchangeRepositories;
import dev.taskmaster.workspace.UnusableRepositoryException;
import java.nio.file.Path;

/** Copies HEAD into the exchange repository of the project. */
public final class ExchangeImport implements HeadImport {
  private final ExchangeRepositories exchange;

  public ExchangeImport(ExchangeRepositories exchange) {
    this.exchange = exchange;
  }

  @Override
  public SourceSnapshot importHead(ProjectId project, Path root) {
    try {
      var source = exchange.open(project.value()).importHead(root);
      return new SourceSnapshot(
          new CommitId(source.commit()),
          new TreeId(source.tree()),
          source.branch().orElse(null),
          source.dirty().paths());
    } catch (UnusableRepositoryException e) {
      throw Refusal.invalid("repo", e.getMessage() + ".");
    }
  }
}
