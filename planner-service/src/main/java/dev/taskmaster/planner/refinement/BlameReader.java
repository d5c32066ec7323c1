package dev.taskmaster.planner.refinement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taskmaster.claims.WorkOrder;
import dev.taskmaster.events.NodePath;
import dev.taskmaster.planner.asking.Json;
import dev.taskmaster.planner.files.KnownPaths;
import dev.taskmaster.planner.refinement.Blame.Remedy;
import dev.taskmaster.worker.model.UnusableAnswerException;
import java.util.stream.Collectors;

/** Checks an answer about the input at fault against the graph and the files. */
final class BlameReader {
  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_QUERY = 200;

  private final WorkOrder order;
  private final CorrectableNodes nodes;
  private final KnownPaths paths;

  BlameReader(WorkOrder order, CorrectableNodes nodes, KnownPaths paths) {
    this.order = order;
    this.nodes = nodes;
    this.paths = paths;
  }

  Blame read(JsonNode answer) throws UnusableAnswerException {
    var remedy = Json.text(answer, "remedy");
    var cause = cause(Json.text(answer, "cause"), remedy);
    return new Blame(
        cause,
        switch (remedy) {
          case "note", "description" -> note(Json.text(answer, "note"), cause);
          case "context-file" -> file(Json.text(answer, "path"), cause);
          case "context-search" -> search(Json.text(answer, "query"), cause);
          case "tier" -> tier(Json.text(answer, "tier"), cause);
          default ->
              throw new UnusableAnswerException(
                  "remedy %s is unknown; use note, context-file, context-search, tier or description"
                      .formatted(Json.quoted(remedy)));
        });
  }

  private NodePath cause(String written, String remedy) throws UnusableAnswerException {
    if (remedy.equals("description")) {
      return CorrectableNodes.TASK;
    }
    var found = nodes.find(written);
    if (found.isEmpty()) {
      throw new UnusableAnswerException(
          "cause %s is no node that can be corrected; choose %s"
              .formatted(Json.quoted(written), names()));
    }
    if (found.get().equals(CorrectableNodes.TASK) && !remedy.equals("note")) {
      throw new UnusableAnswerException(
          "/Task can only be given a note or a description; for %s choose %s"
              .formatted(remedy, names()));
    }
    return found.get();
  }

  private String names() {
    var names =
        nodes.all().stream().map(node -> node.node().value()).collect(Collectors.joining(", "));
    return names.isEmpty() ? "/Task" : names + " or /Task";
  }

  private Remedy note(String text, NodePath cause) throws UnusableAnswerException {
    if (text.isEmpty()) {
      throw new UnusableAnswerException("the note is empty; say what " + cause + " has to know");
    }
    if (text.length() > LONGEST_NOTE) {
      throw new UnusableAnswerException("the note is longer than " + LONGEST_NOTE + " characters");
    }
    boolean said =
        nodes.node(cause).stream()
            .flatMap(node -> node.opinions().entrySet().stream())
            .anyMatch(
                opinion ->
                    opinion.getKey().startsWith("notes:")
                        && String.valueOf(opinion.getValue().value()).equals(text));
    if (said) {
      throw new UnusableAnswerException(
          "that note was given before and did not help; find another");
    }
    return new Blame.Note(text);
  }

  private Remedy file(String written, NodePath cause) throws UnusableAnswerException {
    var path = paths.find(written);
    if (path.isEmpty()) {
      throw new UnusableAnswerException(
          "there is no file %s; the nearest are %s"
              .formatted(Json.quoted(written), String.join(", ", paths.nearest(written))));
    }
    if (nodes.readings(cause).contains(path.get())) {
      throw new UnusableAnswerException(
          "%s reads %s already; name another remedy".formatted(cause, path.get()));
    }
    return new Blame.File(path.get());
  }

  private Remedy search(String query, NodePath cause) throws UnusableAnswerException {
    if (query.isEmpty() || query.length() > LONGEST_QUERY) {
      throw new UnusableAnswerException("a query has 1 to " + LONGEST_QUERY + " characters");
    }
    if (nodes.readings(cause).contains(query)) {
      throw new UnusableAnswerException(
          "%s has the results of that search already; name another remedy".formatted(cause));
    }
    return new Blame.Search(query);
  }

  private Remedy tier(String written, NodePath cause) throws UnusableAnswerException {
    var tier = Tiers.named(written);
    var now = Tiers.of(nodes.node(cause).orElse(null), order);
    if (tier.isEmpty() || tier.get().compareTo(now) <= 0) {
      throw new UnusableAnswerException(
          "tier %s is not stronger than %s, which %s has; name a stronger one or another remedy"
              .formatted(Json.quoted(written), now.wireName(), cause));
    }
    return new Blame.Stronger(tier.get().wireName());
  }
}
