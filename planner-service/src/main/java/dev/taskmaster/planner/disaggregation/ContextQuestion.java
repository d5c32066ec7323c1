package dev.taskmaster.planner.disaggregation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.planner.asking.Json;
import dev.taskmaster.planner.asking.Question;
import dev.taskmaster.planner.asking.Sections;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.planner.files.Manifest;
import dev.taskmaster.planner.files.ProjectFile;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Which context is needed? The first of the two questions of a plan. */
final class ContextQuestion {
  private static final int LONGEST_QUERY = 200;
  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["context"],"properties":{"context":
      {"type":"array","items":{"type":"object","additionalProperties":false,
      "required":["kind","path","query","why"],"properties":{"kind":{"type":"string","enum":["file","search"]},
      "path":{"type":"string"},"query":{"type":"string"},"why":{"type":"string"}}}}}}
      """;

  private final PlannerLimits limits;
  private final KnownPaths paths;

  private ContextQuestion(PlannerLimits limits, List<ProjectFile> files) {
    this.limits = limits;
    this.paths = new KnownPaths(files);
  }

  static Question<List<ContextItem>> of(
      WorkOrder order, List<ProjectFile> files, OldPlan old, PlannerLimits limits) {
    var about = order.description() + " " + order.text("goal").orElse("");
    var text =
        Sections.of(order)
            .say("Context of the earlier plan", old.contexts())
            .data(
                "Files and their bytes",
                Manifest.of(files, about, limits.manifest()),
                Integer.MAX_VALUE)
            .text();
    return new Question<>(
        List.of("plan-context"),
        text,
        "needed_context",
        SCHEMA,
        new ContextQuestion(limits, files)::read);
  }

  List<ContextItem> read(JsonNode answer) throws UnusableAnswerException {
    var items = Json.objects(answer, "context");
    if (items.size() > limits.mostContexts()) {
      throw new UnusableAnswerException(
          "context has " + items.size() + " entries; name at most " + limits.mostContexts());
    }
    var reasons = new ArrayList<String>();
    var context = new LinkedHashSet<ContextItem>();
    for (var item : items) {
      var kind = Json.text(item, "kind");
      switch (kind) {
        case "file" -> addFile(Json.text(item, "path"), context, reasons);
        case "search" -> addSearch(Json.text(item, "query"), context, reasons);
        default -> reasons.add("kind " + Json.quoted(kind) + " is neither file nor search");
      }
    }
    Json.throwIfAny(reasons);
    return List.copyOf(context);
  }

  private void addFile(String path, LinkedHashSet<ContextItem> context, List<String> reasons) {
    var known = paths.find(path);
    if (known.isPresent()) {
      context.add(new ContextItem.File(known.get()));
    } else {
      reasons.add(
          "there is no file "
              + Json.quoted(path)
              + "; the nearest are "
              + String.join(", ", paths.nearest(path)));
    }
  }

  private static void addSearch(
      String query, LinkedHashSet<ContextItem> context, List<String> reasons) {
    if (query.isEmpty()) {
      reasons.add("a search needs a query");
    } else if (query.length() > LONGEST_QUERY) {
      reasons.add("a query has at most " + LONGEST_QUERY + " characters");
    } else {
      context.add(new ContextItem.Search(query));
    }
  }
}
