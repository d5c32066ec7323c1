package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.events.TaskEvent.TaskSubmitted;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.gateway.projects.DescribedProject;
import dev.taskmaster.gateway.projects.Wishes;
import dev.taskmaster.gateway.refusals.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes on a task: checks it, pins what it starts from and acknowledges it once Kafka has it. */
public final class SubmitTask {
  private static final int NAMED_PATHS = 5;

  private final RegisterProject projects;
  private final Repositories repositories;
  private final TaskStore store;
  private final TaskEvents events;
  private final RecentTasks recent;
  private final Submissions submissions;
  private final Clock clock;
  private final RandomGenerator random;

  /** The parts a submission passes through, in that order. */
  public record Parts(
      Repositories repositories,
      RegisterProject projects,
      TaskStore store,
      Submissions submissions,
      TaskEvents events,
      RecentTasks recent) {}

  public SubmitTask(Parts parts, Clock clock, RandomGenerator random) {
    this.projects = parts.projects();
    this.repositories = parts.repositories();
    this.store = parts.store();
    this.events = parts.events();
    this.recent = parts.recent();
    this.submissions = parts.submissions();
    this.clock = clock;
    this.random = random;
  }

  /**
   * A task that was taken on.
   *
   * @param notices what a person should know: uncommitted changes, a detached HEAD, a detected
   *     command
   */
  public record Accepted(TaskId task, ProjectSnapshot project, List<String> notices) {
    public Accepted {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Takes on a task. When it returns, the task is certain to be worked on.
   *
   * @param key the same for repetitions of one wish, which then are one task; null for none
   * @throws Refusal naming the field at fault
   */
  public Accepted submit(TaskRequest request, @Nullable String key) {
    var checked = CheckedRequest.of(request);
    try (var opened = repositories.open(checked.repository());
        var submission = submissions.begin(key, request, this::newTask)) {
      var described =
          projects.describe(
              opened, new Wishes(checked.options().test(), checked.options().build()));
      requireReview(checked, described.snapshot());
      var source = opened.importHead(described.snapshot().id());
      if (!submission.repeated() || !isTakenOn(submission.task())) {
        publish(submission.task(), checked, described, source);
      }
      return new Accepted(submission.task(), described.snapshot(), notices(described, source));
    }
  }

  private boolean isTakenOn(TaskId task) {
    return recent.find(task).isPresent() || store.task(task).isPresent();
  }

  private TaskId newTask() {
    return TaskId.at(clock.instant(), random);
  }

  private void publish(
      TaskId task, CheckedRequest checked, DescribedProject described, SourceSnapshot source) {
    var project = described.snapshot();
    store.keep(project);
    var event =
        new TaskSubmitted(
            task, clock.instant(), project, source, checked.description(), checked.options());
    events.publish(event);
    recent.accepted(event);
  }

  /** Without any check a commit would be as good as its guess. */
  private static void requireReview(CheckedRequest checked, ProjectSnapshot project) {
    boolean checkedSomehow =
        !project.commands().test().isEmpty()
            || project.reviews().contains("self")
            || project.reviews().contains("human")
            || (project.reviews().contains("tests") && !project.commands().build().isEmpty());
    if (checked.endsInCommit() && !checked.options().dryRun() && !checkedSomehow) {
      throw Refusal.invalid(
          "test",
          "No test command was given, written or detected for %s, so nothing could tell a good change from a bad one: pass --test CMD (field 'test'), set commands.test in taskmaster.yaml, or have it reviewed with review: [self] or review: [human]."
              .formatted(project.root()));
    }
  }

  private static List<String> notices(DescribedProject described, SourceSnapshot source) {
    var notices = new ArrayList<String>(described.notices());
    if (source.branch() == null) {
      notices.add(
          "HEAD is detached at %s; work starts there."
              .formatted(source.commit().value().substring(0, 10)));
    }
    if (!source.leftOut().isEmpty()) {
      notices.add(leftOut(source.leftOut()));
    }
    var commands = described.snapshot().commands();
    if (described.snapshot().detected().contains("commands.test")) {
      notices.add("Detected the test command: " + commands.test());
    }
    return notices;
  }

  private static String leftOut(List<String> paths) {
    var named = String.join(", ", paths.stream().limit(NAMED_PATHS).toList());
    var more =
        paths.size() > NAMED_PATHS ? " and %d more".formatted(paths.size() - NAMED_PATHS) : "";
    return "Uncommitted changes are left out and stay untouched: %s%s.".formatted(named, more);
  }
}
