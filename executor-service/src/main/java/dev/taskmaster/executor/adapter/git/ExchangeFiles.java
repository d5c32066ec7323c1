package dev.taskmaster.executor.adapter.git;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.FaultKind;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.executor.change.CommitMessage;
import dev.taskmaster.executor.project.TaskBranch;
import dev.taskmaster.executor.project.TaskDelivery;
import dev.taskmaster.executor.project.TaskTrees;
import dev.taskmaster.patch.files.FileEdit;
import dev.taskmaster.patch.files.SourceTree;
import dev.taskmaster.worker.AttemptFailedException;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.workspace.Delivery;
import dev.taskmaster.workspace.DeliveryOutcome;
import dev.taskmaster.workspace.ExchangeRepositories;
import dev.taskmaster.workspace.ExchangeRepository;
import dev.taskmaster.workspace.Identity;
import dev.taskmaster.workspace.UnsafeTreeException;
import dev.taskmaster.workspace.UnusableRepositoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Trees, branches and deliveries of tasks in the exchange repositories. */
public final class ExchangeFiles implements TaskTrees, TaskBranch, TaskDelivery {
  private static final Identity AUTHOR = new Identity("Task Master", "taskmaster@localhost");

  private final ExchangeRepositories repositories;
  private final Path root;
  private final Clock clock;

  /**
   * @param root the folder of {@code repositories}
   */
  public ExchangeFiles(ExchangeRepositories repositories, Path root, Clock clock) {
    this.repositories = repositories;
    this.root = root;
    this.clock = clock;
  }

  @Override
  public SourceTree files(ProjectId project, TreeId tree, int mostBytes) {
    var exchange = repositories.open(project.value());
    if (!exchange.has(tree.value())) {
      throw new AttemptFailedException(
          FaultKind.SYSTEM,
          "tree %s of project %s is not in the exchange repository; check TASKMASTER_EXCHANGE_DIR"
              .formatted(tree, project));
    }
    return new BoundedTree(exchange, tree.value(), mostBytes);
  }

  @Override
  public NodeResult.Tree commit(WorkOrder order, List<FileEdit> edits, String message) {
    var exchange = repositories.open(order.project().id().value());
    try {
      var tree = exchange.write(order.files().tree().value(), edits);
      var commit =
          exchange.commit(tree, ownCommit(order, exchange), message, AUTHOR, clock.instant());
      exchange.resetBranch(order.task().value(), commit);
      return new NodeResult.Tree(
          new TreeId(tree),
          new CommitId(commit),
          edits.stream().map(FileEdit::path).sorted().toList());
    } catch (UnsafeTreeException e) {
      throw unsafe(e);
    }
  }

  @Override
  public DeliveryOutcome deliver(WorkOrder order) {
    var exchange = repositories.open(order.project().id().value());
    if (order.files().tree().equals(order.files().baseTree())) {
      return new DeliveryOutcome.Refused(
          "",
          "the task changed no file; describe a change, or ask for a text with --as explore-code");
    }
    var commit = ownCommit(order, exchange);
    exchange.resetBranch(order.task().value(), commit);
    try {
      return deliver(order, exchange, commit);
    } catch (UnusableRepositoryException e) {
      return new DeliveryOutcome.Refused("", String.valueOf(e.getMessage()));
    }
  }

  private DeliveryOutcome deliver(WorkOrder order, ExchangeRepository exchange, String commit) {
    var asked = order.options().target();
    if (asked != null && !Repository.isValidRefName(Constants.R_HEADS + asked)) {
      return new DeliveryOutcome.Refused(
          "", "'%s' is no valid branch name; choose another --target".formatted(asked));
    }
    if ("merge".equals(order.project().delivery().kind())) {
      return merge(order, exchange, commit, mergeTarget(order, asked));
    }
    if (asked == null) {
      return send(order, exchange, commit, Delivery.branch());
    }
    var made = send(order, exchange, commit, Delivery.branch(asked));
    // A branch that is there already takes the work as a merge.
    return made instanceof DeliveryOutcome.Refused ? merge(order, exchange, commit, asked) : made;
  }

  private static @Nullable String mergeTarget(WorkOrder order, @Nullable String asked) {
    if (asked != null) {
      return asked;
    }
    var configured = order.project().delivery().target();
    return configured != null ? configured : order.source().branch();
  }

  private DeliveryOutcome merge(
      WorkOrder order, ExchangeRepository exchange, String commit, @Nullable String target) {
    return target == null
        ? new DeliveryOutcome.Refused(
            "",
            "the project asks for a merge but HEAD is detached; name the branch with --target or"
                + " source-control.target in taskmaster.yaml")
        : send(order, exchange, commit, Delivery.merge(target));
  }

  private DeliveryOutcome send(
      WorkOrder order, ExchangeRepository exchange, String commit, Delivery delivery) {
    return exchange.deliver(
        Path.of(order.project().root()), commit, delivery, order.task().value(), AUTHOR);
  }

  /** The order's commit, or one with the same tree on the task's own base. */
  private String ownCommit(WorkOrder order, ExchangeRepository exchange) {
    var files = order.files();
    var commits = new OwnCommits(root.resolve(order.project().id() + ".git"));
    if (commits.lead(files.commit(), files.baseCommit(), order.task())) {
      return files.commit().value();
    }
    // With the time of the commit it stands for, so that doing so again gives the same commit.
    return exchange.commit(
        files.tree().value(),
        files.baseCommit().value(),
        CommitMessage.ofReused(order),
        AUTHOR,
        commits.timeOf(files.commit()));
  }

  private static AttemptFailedException unsafe(UnsafeTreeException e) {
    var message = String.valueOf(e.getMessage());
    var first = message.lines().findFirst().orElse(message);
    return new AttemptFailedException(
        new NodeOutcome.Failed(
            FaultKind.INPUT, message, List.of(new Finding("patch", first, null, 0, ""))),
        e);
  }
}
