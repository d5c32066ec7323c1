package dev.taskmaster.localstack.live;

import dev.taskmaster.events.NodePath;
import dev.taskmaster.events.NodeState;
import dev.taskmaster.events.TaskState;
import dev.taskmaster.localstack.live.Style.Tone;
import dev.taskmaster.views.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws a task as a tree of its nodes with what was corrected and how far it is. */
public final class Tree {
  private static final int NAME = 26;
  private static final int MOST_NAMED = 6;
  private static final Set<String> TIERS = Set.of("economy", "standard", "premium");
  private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

  private final Style style;
  private final int width;

  /**
   * @param width columns of the terminal
   */
  public Tree(Style style, int width) {
    this.style = style;
    this.width = Math.max(40, width);
  }

  /** The whole task as it is at {@code now}. */
  public List<String> draw(TaskPicture task, Instant now) {
    return draw(task, now, Integer.MAX_VALUE);
  }

  /** The task in at most {@code height} lines: what is settled is left out first. */
  List<String> draw(TaskPicture task, Instant now, int height) {
    var lines = new ArrayList<String>();
    lines.add(head(task));
    var after = new ArrayList<String>();
    task.corrections().forEach(correction -> after.addAll(correction(correction)));
    after.add(foot(task, now));
    lines.addAll(nodes(task, now, Math.max(3, height - after.size() - 2)));
    lines.addAll(after);
    return lines.stream().map(line -> Columns.cut(line, width).stripTrailing()).toList();
  }

  private String head(TaskPicture task) {
    var round = task.round() > 1 ? "  round " + task.round() : "";
    var state = style.paint(tone(task.state()), task.state().wireName()) + round;
    int room = width - Columns.width(state) - 2;
    var what =
        Columns.oneLine(task.description().isEmpty() ? task.task().value() : task.description());
    return style.paint(Tone.STRONG, Columns.fit(what, room)) + "  " + state;
  }

  private List<String> nodes(TaskPicture task, Instant now, int most) {
    var rows = List.copyOf(task.nodes());
    var shown = rows.size() <= most ? rows : pressing(rows, most - 1);
    var lines = new ArrayList<String>();
    for (int i = 0; i < shown.size(); i++) {
      boolean last = i == shown.size() - 1 && shown.size() == rows.size();
      lines.add(row(shown.get(i), task.currency(), now, last));
    }
    if (shown.size() < rows.size()) {
      long done = rows.stream().filter(row -> row.state() == NodeState.SUCCEEDED).count();
      lines.add(
          style.paint(
              Tone.QUIET,
              " └─ … %d more nodes, %d of all done".formatted(rows.size() - shown.size(), done)));
    }
    return lines;
  }

  /** Those a person wants to see first, in the order of the graph. */
  private static List<NodeRow> pressing(List<NodeRow> rows, int most) {
    var chosen =
        rows.stream()
            .sorted(java.util.Comparator.comparingInt(Tree::urgency))
            .limit(most)
            .collect(Collectors.toSet());
    return rows.stream().filter(chosen::contains).toList();
  }

  private static int urgency(NodeRow row) {
    return switch (row.state()) {
      case WAITING -> 0;
      case RUNNING, CLAIMED -> 1;
      case FAILED -> 2;
      case READY -> 3;
      case PENDING -> 4;
      case SUCCEEDED -> 5;
      case CANCELLED -> 6;
    };
  }

  private String row(NodeRow row, String currency, Instant now, boolean last) {
    long depth = row.path().value().chars().filter(c -> c == '/').count() - 2;
    var branch = " ".repeat((int) Math.max(0, depth) * 3) + (last ? " └─ " : " ├─ ");
    var left =
        style.paint(Tone.QUIET, branch)
            + style.paint(tone(row), glyph(row, now))
            + " "
            + Columns.fit(row.name(), Math.min(NAME, width / 3));
    var right = right(row, currency, now);
    int room = width - Columns.width(left) - Columns.width(right) - 2;
    return left + " " + Columns.fit(style.paint(Tone.QUIET, detail(row, room)), room) + " " + right;
  }

  private String right(NodeRow row, String currency, Instant now) {
    var cost = row.amount().signum() > 0 ? Words.money(row.amount(), currency) : "";
    return Columns.right(cost, 8) + Columns.right(elapsed(row, now), 8);
  }

  private static String elapsed(NodeRow row, Instant now) {
    Instant since = row.since();
    if (row.active() && since != null) {
      return Words.span(Duration.between(since, now));
    }
    return row.millis() > 0 ? Words.span(Duration.ofMillis(row.millis())) : "";
  }

  /** What it is and who works on it. Where room is short, that a model is recorded goes last. */
  private static String detail(NodeRow row, int room) {
    var parts = new ArrayList<String>(List.of(row.kind().wireName()));
    if (TIERS.contains(row.lane())) {
      parts.add(row.lane());
    }
    if (row.model() != null) {
      parts.add(row.recorded() ? row.model() + " (recorded)" : row.model());
    }
    int facts = parts.size();
    parts.addAll(remark(row));
    for (int left = 0; left < facts; left++) {
      var text = String.join(" · ", parts.subList(left, parts.size()));
      if (Columns.width(text) <= room || parts.size() == 1) {
        return text;
      }
    }
    var rest = parts.subList(facts, parts.size());
    return row.recorded()
        ? String.join(" · ", prepend("recorded", rest))
        : String.join(" · ", rest);
  }

  private static List<String> prepend(String first, List<String> rest) {
    var all = new ArrayList<String>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static List<String> remark(NodeRow row) {
    if (row.cacheHit() && row.state() == NodeState.SUCCEEDED) {
      return List.of("found");
    }
    if (row.state() == NodeState.FAILED || row.state() == NodeState.WAITING) {
      return List.of(Columns.oneLine(row.reason()));
    }
    return row.tries() > 1 ? List.of("try " + row.tries()) : List.of();
  }

  private static String glyph(NodeRow row, Instant now) {
    return switch (row.state()) {
      case PENDING -> "·";
      case READY -> "○";
      case CLAIMED, RUNNING ->
          SPINNER[(int) Math.floorMod(now.toEpochMilli() / 100, SPINNER.length)];
      case WAITING -> "?";
      case SUCCEEDED -> row.cacheHit() ? "↺" : "✓";
      case FAILED -> "✗";
      case CANCELLED -> "⊘";
    };
  }

  private static Tone tone(NodeRow row) {
    return switch (row.state()) {
      case PENDING, READY, CANCELLED -> Tone.QUIET;
      case CLAIMED, RUNNING -> Tone.BUSY;
      case WAITING -> Tone.WAIT;
      case SUCCEEDED -> row.cacheHit() ? Tone.FOUND : Tone.GOOD;
      case FAILED -> Tone.BAD;
    };
  }

  static Tone tone(TaskState state) {
    return switch (state) {
      case COMMITTED, COMPLETED -> Tone.GOOD;
      case REJECTED, CANCELLED, BROKEN -> Tone.BAD;
      case PLAN_REVIEW -> Tone.WAIT;
      default -> Tone.BUSY;
    };
  }

  private List<String> correction(TaskView.Correction correction) {
    var how = correction.fallback() ? " (by the fallback)" : "";
    var first =
        style.paint(Tone.WAIT, " ↻ round " + correction.round() + " failed: ")
            + Columns.oneLine(correction.failure());
    var fault =
        "   at fault: %s · %s says %s%s"
            .formatted(
                correction.cause().name(),
                correction.layer(),
                names(correction.changed().stream().map(Tree::shortName).toList()),
                how);
    var again = "again: " + names(correction.reran().stream().map(NodePath::name).toList());
    return Columns.width(fault) + Columns.width(again) + 3 <= width
        ? List.of(first, style.paint(Tone.QUIET, fault + " · " + again))
        : List.of(first, style.paint(Tone.QUIET, fault), style.paint(Tone.QUIET, "   " + again));
  }

  private static String shortName(String opinion) {
    return opinion.startsWith("/Task/") ? opinion.substring("/Task/".length()) : opinion;
  }

  private static String names(List<String> all) {
    var some = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMED ? some + ", …" : some;
  }

  private String foot(TaskPicture task, Instant now) {
    var rows = task.nodes();
    long done = rows.stream().filter(row -> row.state() == NodeState.SUCCEEDED).count();
    var facts = new ArrayList<String>();
    facts.add("%d/%d nodes".formatted(done, rows.size()));
    if (task.hits() > 0) {
      facts.add(task.hits() + " found");
    }
    facts.add(Words.money(task.amount(), task.currency()) + (task.recorded() ? " (recorded)" : ""));
    facts.add(Words.tokens(task.tokens()) + " tokens");
    facts.add(time(task, now));
    var text = String.join("  ", facts);
    int room = Math.min(30, width - Columns.width(text) - 4);
    return " " + bar(done, rows.size(), room) + " " + text;
  }

  private String bar(long done, int all, int room) {
    if (room < 6) {
      return "";
    }
    int full = all == 0 ? 0 : (int) (room * done / all);
    return style.paint(Tone.GOOD, "━".repeat(full))
        + style.paint(Tone.QUIET, "─".repeat(room - full));
  }

  private static String time(TaskPicture task, Instant now) {
    Instant begun = task.begun();
    @Nullable Instant ended = task.ended();
    return begun == null
        ? Words.span(Duration.ZERO)
        : Words.span(Duration.between(begun, ended == null ? now : ended));
  }
}
