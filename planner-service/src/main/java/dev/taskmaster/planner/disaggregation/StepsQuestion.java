package dev.taskmaster.planner.disaggregation;

import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.Input;
import dev.taskmaster.events.NodeKind;
import dev.taskmaster.planner.asking.Question;
import dev.taskmaster.planner.asking.Sections;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.planner.files.Manifest;
import dev.taskmaster.planner.files.ProjectFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which steps? The second of the two questions of a plan, once the context is there. */
final class StepsQuestion {
  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["steps"],"properties":{"steps":
      {"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["name","kind","goal","command","context","files","dependsOn","tier"],"properties":{
      "name":{"type":"string"},"kind":{"type":"string","enum":[%s]},"goal":{"type":"string"},
      "command":{"type":"string"},"context":{"type":"array","items":{"type":"string"}},
      "files":{"type":"array","items":{"type":"string"}},
      "dependsOn":{"type":"array","items":{"type":"string"}},
      "tier":{"type":"string","enum":["","economy","standard","premium"]}}}}}}
      """;

  private final WorkOrder order;
  private final PlannerLimits limits;
  private final int depth;

  StepsQuestion(WorkOrder order, PlannerLimits limits, int depth) {
    this.order = order;
    this.limits = limits;
    this.depth = depth;
  }

  /**
   * @param contents reads the result of an input
   */
  Question<List<Step>> of(List<ProjectFile> files, OldPlan old, Function<Input, String> contents) {
    boolean mayDisaggregate = depth < limits.depth();
    var context = order.inputs().stream().filter(Input::context).toList();
    var text = Sections.of(order);
    int left = limits.contexts();
    for (var input : context) {
      var content = Sections.cut(contents.apply(input), Math.max(left, 0));
      left -= content.length();
      text.data(
          input.node().name() + ": " + input.label(), content, Math.max(content.length() * 4, 64));
    }
    text.say("Earlier plan", old.steps())
        .say("Commands of the project", commandLines())
        .data("Files and their bytes", manifest(files), Integer.MAX_VALUE);
    var reader =
        new StepsReader(limits, mayDisaggregate, names(context), new KnownPaths(files), commands());
    return new Question<>(
        List.of("plan-steps"),
        text.text(),
        "plan_steps",
        SCHEMA.formatted(kinds(mayDisaggregate)),
        reader::read);
  }

  private String manifest(List<ProjectFile> files) {
    var about = order.description() + " " + order.text("goal").orElse("");
    return Manifest.of(files, about, limits.manifest() / 2);
  }

  private static Map<String, String> names(List<Input> context) {
    var names = new LinkedHashMap<String, String>();
    context.forEach(input -> names.put(input.label(), input.node().name()));
    context.forEach(input -> names.put(input.node().name(), input.node().name()));
    return names;
  }

  private Map<String, String> commands() {
    var commands = order.project().commands();
    return Map.of("setup", commands.setup(), "build", commands.build(), "test", commands.test());
  }

  private String commandLines() {
    return commands().entrySet().stream()
        .filter(command -> !command.getValue().isBlank())
        .sorted(Map.Entry.comparingByKey())
        .map(command -> "- " + command.getKey() + ": " + command.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String kinds(boolean mayDisaggregate) {
    var leaves = "\"llm-change\",\"llm\",\"command\",\"human\"";
    return mayDisaggregate ? leaves + ",\"" + NodeKind.DISAGGREGATE.wireName() + "\"" : leaves;
  }
}
