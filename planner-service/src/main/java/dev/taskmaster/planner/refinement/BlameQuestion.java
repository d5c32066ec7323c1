package dev.taskmaster.planner.refinement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.claims.WorkOrder.FailureReport;
import dev.taskmaster.claims.WorkOrder.NodeSketch;
import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.planner.asking.Question;
import dev.taskmaster.planner.asking.Sections;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.planner.files.Manifest;
import dev.taskmaster.planner.files.ProjectTree;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which one input was at fault? Lean: what failed, the nodes, what the last change was. */
final class BlameQuestion {
  private static final int DESCRIPTION = 700;
  private static final int CHANGE = 900;
  private static final int FILES = 500;
  private static final int GOAL = 160;
  private static final int NOTE = 200;
  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,
      "required":["cause","remedy","note","path","query","tier"],"properties":{"cause":{"type":"string"},
      "remedy":{"type":"string","enum":["note","context-file","context-search","tier","description"]},
      "note":{"type":"string"},"path":{"type":"string"},"query":{"type":"string"},
      "tier":{"type":"string","enum":["","economy","standard","premium"]}}}
      """;

  private final WorkOrder order;
  private final FailureReport failure;
  private final CorrectableNodes nodes;
  private final ProjectTree tree;

  BlameQuestion(WorkOrder order, FailureReport failure, CorrectableNodes nodes, ProjectTree tree) {
    this.order = order;
    this.failure = failure;
    this.nodes = nodes;
    this.tree = tree;
  }

  /**
   * @param contents reads content by reference
   */
  Question<Blame> of(Function<BlobRef, String> contents) {
    var suspect = nodes.nearestBefore(failure.node());
    var findings = FindingsText.of(failure);
    var text =
        Sections.brief(order.description(), DESCRIPTION)
            .data("Failure of " + failure.node(), findings, FindingsText.MOST_BYTES)
            .say("Failures of earlier rounds", String.join("\n", failure.earlier()))
            .say("Nodes", nodeLines())
            .data("Change made by " + suspect, change(suspect, contents), CHANGE)
            .data(
                "Files and their bytes",
                Manifest.of(tree.files(), about(findings), FILES),
                FILES * 2)
            .text();
    return new Question<>(List.of("refine"), text, "input_at_fault", SCHEMA, this::read);
  }

  private Blame read(JsonNode answer) throws UnusableAnswerException {
    return new BlameReader(order, nodes, new KnownPaths(tree.files())).read(answer);
  }

  private String about(String findings) {
    return order.description() + " " + findings;
  }

  private String nodeLines() {
    return nodes.all().stream().map(this::line).collect(Collectors.joining("\n"))
        + "\n- /Task: the description and the plan as a whole";
  }

  private String line(NodeSketch node) {
    var parts =
        new StringBuilder("- ").append(node.node()).append(": ").append(node.kind().wireName());
    parts.append(", tier ").append(Tiers.of(node, order).wireName());
    var read = nodes.readings(node.node());
    if (!read.isEmpty()) {
      parts.append(", reads ").append(Sections.cut(String.join(", ", read), GOAL));
    }
    var goal = CorrectableNodes.text(node, "goal");
    if (!goal.isEmpty() && !order.description().contains(goal)) {
      parts.append(", goal: ").append(Sections.cut(goal, GOAL));
    }
    node.opinions().entrySet().stream()
        .filter(opinion -> opinion.getKey().startsWith("notes:"))
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            opinion ->
                parts
                    .append("\n  has the note: ")
                    .append(Sections.cut(String.valueOf(opinion.getValue().value()), NOTE)));
    return parts.toString();
  }

  private String change(
      dev.taskmaster.events.NodePath suspect, Function<BlobRef, String> contents) {
    return nodes
        .node(suspect)
        .map(NodeSketch::result)
        .map(
            result ->
                result instanceof NodeResult.Change change ? contents.apply(change.diff()) : "")
        .orElse("");
  }
}
