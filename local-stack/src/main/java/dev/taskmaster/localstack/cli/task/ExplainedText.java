package dev.taskmaster.localstack.cli.task;

import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.Finding;
import dev.taskmaster.events.ModelCallRecord;
import dev.taskmaster.events.NodeResult;
import dev.taskmaster.localstack.gateway.Explanation;
import dev.taskmaster.localstack.live.Columns;
import dev.taskmaster.localstack.live.Style;
import dev.taskmaster.localstack.live.Style.Tone;
import dev.taskmaster.localstack.live.Words;
import dev.taskmaster.views.NodeView;
import dev.taskmaster.views.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An explanation in words. */
final class ExplainedText {
  private final Explanation explanation;
  private final Style style;

  ExplainedText(Explanation explanation, Style style) {
    this.explanation = explanation;
    this.style = style;
  }

  /** Every node in a few lines, then the corrections. */
  List<String> overview() {
    var lines = new ArrayList<String>();
    var task = explanation.task();
    lines.add(style.paint(Tone.STRONG, Columns.oneLine(task.description())));
    lines.add("%s  %s, %s".formatted(task.task(), task.state().wireName(), TaskReport.cost(task)));
    if (task.reason() != null) {
      lines.add("reason: " + task.reason());
    }
    for (var node : explanation.nodes()) {
      lines.add("");
      lines.addAll(node(node));
    }
    if (!task.corrections().isEmpty()) {
      lines.add("");
      lines.add(style.paint(Tone.STRONG, "Corrections"));
      task.corrections().forEach(correction -> lines.addAll(correction(correction)));
    }
    lines.add("");
    lines.add(
        "Layers, strongest first: "
            + explanation.layers().stream()
                .map(layer -> layer.name() + " (" + layer.author() + ")")
                .collect(Collectors.joining(", ")));
    return lines;
  }

  /** One node with all it was told, and its transcripts. */
  List<String> detail(UnaryOperator<String> text) {
    var lines = new ArrayList<String>();
    for (var node : explanation.nodes()) {
      lines.addAll(node(node));
      lines.add("");
      lines.add(style.paint(Tone.STRONG, "What it was told"));
      node.opinions().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              said ->
                  lines.add(
                      "  %s = %s  %s"
                          .formatted(
                              said.getKey(),
                              said.getValue().value(),
                              style.paint(
                                  Tone.QUIET,
                                  "("
                                      + said.getValue().layer()
                                      + " at "
                                      + said.getValue().path()
                                      + ")"))));
      node.runs().forEach(run -> lines.addAll(transcript(run, text)));
      lines.addAll(result(node.result(), text));
    }
    return lines;
  }

  private List<String> node(NodeView node) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s  %s  %s"
            .formatted(
                style.paint(Tone.STRONG, node.node().value()),
                node.kind().wireName(),
                style.paint(
                    node.state().wireName().equals("failed") ? Tone.BAD : Tone.QUIET,
                    node.state().wireName())));
    for (var run : node.runs()) {
      lines.add(
          "  round %d  %s  %s%s"
              .formatted(
                  run.round(),
                  style.paint(tone(run.how()), Columns.fit(run.how(), 10)),
                  run.why(),
                  span(run.millis())));
      if (run.correction() != null) {
        lines.add("           because of " + run.correction());
      }
      if (run.message() != null) {
        lines.add("           " + Columns.oneLine(run.message()));
      }
      run.findings().forEach(finding -> lines.add("           " + finding(finding)));
      run.calls().forEach(call -> lines.add("           " + call(call)));
    }
    return lines;
  }

  private static Tone tone(String how) {
    return switch (how) {
      case "ran" -> Tone.GOOD;
      case "cache-hit" -> Tone.FOUND;
      case "failed" -> Tone.BAD;
      default -> Tone.QUIET;
    };
  }

  private static String span(long millis) {
    return millis <= 0 ? "" : "  (" + Words.span(Duration.ofMillis(millis)) + ")";
  }

  private static String finding(Finding finding) {
    var place =
        finding.file() == null
            ? ""
            : finding.file() + (finding.line() > 0 ? ":" + finding.line() : "") + "  ";
    return "%s: %s%s".formatted(finding.check(), place, Columns.oneLine(finding.message()));
  }

  private static String call(ModelCallRecord call) {
    var fault = call.fault() == null ? "" : ", failed: " + Columns.oneLine(call.fault());
    return "%s%s, %s: %d + %d tokens%s, %s, %s%s"
        .formatted(
            call.model(),
            call.recorded() ? " (recorded)" : "",
            call.tier(),
            call.inputTokens(),
            call.outputTokens(),
            call.estimated() ? " (estimated)" : "",
            Words.money(call.amount(), call.currency()),
            Words.span(Duration.ofMillis(call.millis())),
            fault);
  }

  private List<String> correction(TaskView.Correction correction) {
    return List.of(
        "  %s %s"
            .formatted(
                style.paint(Tone.WAIT, "after round " + correction.round() + ":"),
                correction.failure()),
        "    at fault %s; layer %s says %s%s"
            .formatted(
                correction.cause(),
                correction.layer(),
                String.join(", ", correction.changed()),
                correction.fallback() ? " (made by the fallback, no model named it)" : ""),
        "    ran again: "
            + correction.reran().stream()
                .map(path -> path.name())
                .collect(Collectors.joining(", ")));
  }

  private List<String> transcript(NodeView.Run run, UnaryOperator<String> text) {
    var lines = new ArrayList<String>();
    int number = 0;
    for (var call : run.calls()) {
      number++;
      lines.add("");
      lines.add(
          style.paint(Tone.STRONG, "Round %d, call %d".formatted(run.round(), number))
              + "  "
              + call(call));
      lines.add(style.paint(Tone.BUSY, "--- prompt"));
      lines.addAll(Transcript.readable(text.apply(call.prompt().hash())));
      lines.add(style.paint(Tone.BUSY, call.recorded() ? "--- reply (recorded)" : "--- reply"));
      BlobRef reply = call.reply();
      lines.add(reply == null ? "(none came)" : text.apply(reply.hash()).stripTrailing());
    }
    return lines;
  }

  private List<String> result(@Nullable NodeResult result, UnaryOperator<String> text) {
    @Nullable BlobRef content =
        switch (result) {
          case NodeResult.Text said -> said.text();
          case NodeResult.Change change -> change.diff();
          case NodeResult.Layer layer -> layer.layer();
          case NodeResult.Verdict verdict -> verdict.log();
          case NodeResult.Tree tree -> null;
          case NodeResult.Delivery delivery -> null;
          case null -> null;
        };
    return content == null
        ? List.of()
        : List.of(
            "", style.paint(Tone.STRONG, "Its result"), text.apply(content.hash()).stripTrailing());
  }
}
