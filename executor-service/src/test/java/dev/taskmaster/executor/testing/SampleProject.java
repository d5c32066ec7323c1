package dev.taskmaster.executor.testing;

import dev.taskmaster.blobs.BlobHash;
import dev.taskmaster.blobs.MemoryBlobs;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.executor.adapter.git.ExchangeFiles;
import dev.taskmaster.executor.nodes.Texts;
import dev.taskmaster.worker.Attempt;
import dev.taskmaster.worker.NodeOutcome;
import dev.taskmaster.worker.model.ContextInputs;
import dev.taskmaster.worker.testing.Orders;
import dev.taskmaster.workspace.ExchangeRepositories;
import dev.taskmaster.workspace.ExchangeRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A person's git repository and its exchange repository, on disk, and orders for its nodes. */
public final class SampleProject implements AutoCloseable {
  public final Path person;
  public final Path exchangeDir;
  public final ExchangeRepositories repositories;
  public final ExchangeRepository exchange;
  public final ExchangeFiles files;
  public final MemoryBlobs blobs = new MemoryBlobs();
  public final Texts texts = new Texts(blobs);
  public final ContextInputs inputs = new ContextInputs(blobs);
  private final Git git;

  public SampleProject(Path folder) {
    this.person = folder.resolve("person");
    this.exchangeDir = folder.resolve("exchange");
    this.repositories = new ExchangeRepositories(exchangeDir);
    this.exchange = repositories.open("sample");
    this.files = new ExchangeFiles(repositories, exchangeDir, Clock.systemUTC());
    try {
      this.git = Git.init().setDirectory(person.toFile()).setInitialBranch("main").call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  public SampleProject file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public SampleProject file(String path, byte[] bytes) {
    try {
      var file = person.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything; returns the commit. */
  public String commit(String message) {
    try {
      git.add().addFilepattern(".").call();
      return git.commit()
          .setMessage(message)
          .setAuthor("Ada", "ada@example.org")
          .setCommitter("Ada", "ada@example.org")
          .setSign(false)
          .call()
          .name();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  public Git git() {
    return git;
  }

  /** The state a task starts from now. */
  public WorkOrder.Files imported() {
    var source = exchange.importHead(person);
    return new WorkOrder.Files(
        new CommitId(source.commit()),
        new TreeId(source.tree()),
        new TreeId(source.tree()),
        new CommitId(source.commit()));
  }

  /** An order for a node of a task on this project. */
  public Orders order(NodeKind kind, WorkOrder.Files state) {
    return Orders.of(kind).files(state).project(snapshot("branch", null));
  }

  public ProjectSnapshot snapshot(String delivery, String target) {
    return Orders.project(
        person.toString(), "pytest -q", "", new ProjectSnapshot.Delivery(delivery, target));
  }

  public Input input(NodeKind kind, String label, String text) {
    return new Input(
        new NodePath("/Task/Before"), kind, true, label, new NodeResult.Text(keep(text)));
  }

  public Input change(String diff) {
    return new Input(
        new NodePath("/Task/Fix"),
        NodeKind.LLM_CHANGE,
        false,
        "fix",
        new NodeResult.Change(keep(diff)));
  }

  public BlobRef keep(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new BlobRef(blobs.put(bytes).value(), bytes.length);
  }

  public String kept(BlobRef ref) {
    return blobs.text(new BlobHash(ref.hash())).orElseThrow();
  }

  /** The text that a node returned. */
  public String textOf(NodeOutcome outcome) {
    if (outcome instanceof NodeOutcome.Done done && done.result() instanceof NodeResult.Text text) {
      return kept(text.text());
    }
    throw new AssertionError("no text but " + outcome);
  }

  public static Attempt attempt(WorkOrder order) {
    return new Attempt(order, "economy", Duration.ofSeconds(45));
  }

  /** The commits from {@code tip} back, their messages. */
  public List<String> log(String tip) {
    try {
      var messages = new java.util.ArrayList<String>();
      git.log()
          .add(git.getRepository().resolve(tip))
          .call()
          .forEach(commit -> messages.add(commit.getFullMessage()));
      return messages;
    } catch (GitAPIException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    git.close();
    repositories.close();
  }
}
