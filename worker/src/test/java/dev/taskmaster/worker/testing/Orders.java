package dev.taskmaster.worker.testing;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.claims.WorkOrder.Opinion;
import dev.taskmaster.events.CommitId;
import dev.taskmaster.events.DispatchEvent.NodeDispatched;
import dev.taskmaster.events.DispatchId;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import dev.taskmaster.events.SourceSnapshot;
import dev.taskmaster.events.TaskId;
import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.events.TreeId;
import dev.taskmaster.worker.Dispatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Work orders for tests; what is not said is plain and small. */
public final class Orders {
  public static final TaskId TASK = new TaskId("t-01JD0000000000000000000000");
  public static final CommitId COMMIT = new CommitId("1".repeat(40));
  public static final TreeId TREE = new TreeId("2".repeat(40));

  private final NodeKind kind;
  private NodePath node = new NodePath("/Task/Node");
  private TaskId task = TASK;
  private String description = "Fix the rounding of totals.";
  private final Map<String, Opinion> opinions = new LinkedHashMap<>();
  private final List<Input> inputs = new ArrayList<>();
  private ProjectSnapshot project = project("", "");
  private WorkOrder.Files files = new WorkOrder.Files(COMMIT, TREE, TREE, COMMIT);
  private TaskOptions options = TaskOptions.none();
  private BigDecimal reserved = BigDecimal.ONE;
  private int round = 1;

  private Orders(NodeKind kind) {
    this.kind = kind;
  }

  public static Orders of(NodeKind kind) {
    return new Orders(kind);
  }

  public static ProjectSnapshot project(String test, String styleGuide) {
    return project("/nowhere", test, styleGuide, new ProjectSnapshot.Delivery("branch", null));
  }

  public static ProjectSnapshot project(
      String root, String test, String styleGuide, ProjectSnapshot.Delivery delivery) {
    return new ProjectSnapshot(
        new ProjectId("sample"),
        root,
        List.of("python"),
        new ProjectSnapshot.Commands("", "", test),
        "",
        styleGuide,
        List.of("tests"),
        delivery,
        new ProjectSnapshot.Budget(BigDecimal.TEN, 4),
        new ProjectSnapshot.Sandbox(false, List.of()),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  public Orders task(TaskId id) {
    task = id;
    return this;
  }

  public Orders node(String path) {
    node = new NodePath(path);
    return this;
  }

  public Orders description(String text) {
    description = text;
    return this;
  }

  public Orders says(String name, Object value) {
    opinions.put(name, new Opinion(value, "plan", node + "." + name));
    return this;
  }

  public Orders input(Input input) {
    inputs.add(input);
    return this;
  }

  public Orders project(ProjectSnapshot snapshot) {
    project = snapshot;
    return this;
  }

  public Orders files(WorkOrder.Files state) {
    files = state;
    return this;
  }

  public Orders options(TaskOptions asked) {
    options = asked;
    return this;
  }

  public Orders reserved(BigDecimal amount) {
    reserved = amount;
    return this;
  }

  public Orders round(int number) {
    round = number;
    return this;
  }

  public WorkOrder build() {
    return new WorkOrder(
        task,
        node,
        kind,
        1,
        1,
        round,
        description,
        project,
        new SourceSnapshot(files.baseCommit(), files.baseTree(), "main", List.of()),
        options,
        opinions,
        inputs,
        files,
        List.of(),
        null,
        reserved);
  }

  /** A dispatch of this node on {@code lane}. */
  public Dispatch dispatch(String lane) {
    return dispatchOf(build(), lane);
  }

  /** A dispatch of the order's attempt. */
  public static Dispatch dispatchOf(WorkOrder order, String lane) {
    var id = Integer.toHexString(order.node().hashCode() | 0x10000000);
    return new Dispatch(
        new NodeDispatched(
            order.task(),
            Instant.parse("2026-01-01T00:00:00Z"),
            new DispatchId((id + "0".repeat(64)).substring(0, 64)),
            order.node(),
            order.kind(),
            lane,
            order.attempt(),
            order.epoch()),
        null);
  }
}
