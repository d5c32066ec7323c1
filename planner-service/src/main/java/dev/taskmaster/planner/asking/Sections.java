package dev.taskmaster.planner.asking;

import dev.taskmaster.claims.WorkOrder;
import java.nio.charset.StandardCharsets;

/**
 * The user part of a planner's question: parts under headings in the order they are added, content
 * of the project set apart as data. Empty parts do not appear.
 */
public final class Sections {
  private final StringBuilder text = new StringBuilder();

  private Sections() {}

  /** Begins with what the task and, where they differ, this node are for. */
  public static Sections of(WorkOrder order) {
    var sections = new Sections().say("Task", order.description());
    order
        .text("goal")
        .filter(goal -> !order.description().contains(goal.strip()))
        .ifPresent(goal -> sections.say("Your part", goal));
    return sections.say("Learnt from earlier attempts", String.join("\n", order.notes()));
  }

  /** Begins with the description only, cut at {@code mostBytes}. */
  public static Sections brief(String description, int mostBytes) {
    return new Sections().say("Task", cut(description, mostBytes));
  }

  /** Adds words of our own. */
  public Sections say(String heading, String content) {
    if (!content.isBlank()) {
      text.append("## ").append(heading).append('\n').append(content.strip()).append("\n\n");
    }
    return this;
  }

  /** Adds content that is data: in a fence longer than any inside it, cut at {@code mostBytes}. */
  public Sections data(String heading, String content, int mostBytes) {
    if (!content.isBlank()) {
      var cut = cut(content.stripTrailing(), mostBytes);
      var fence = "```";
      while (cut.contains(fence)) {
        fence += "`";
      }
      say(heading.replaceAll("\\s+", " "), fence + "\n" + cut + "\n" + fence);
    }
    return this;
  }

  /** At most so many bytes of UTF-8, whole lines as far as possible, and a mark where cut. */
  public static String cut(String content, int mostBytes) {
    if (content.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
      return content;
    }
    int chars = 0;
    int bytes = 0;
    while (chars < content.length()) {
      int codePoint = content.codePointAt(chars);
      bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (bytes > mostBytes) {
        break;
      }
      chars += Character.charCount(codePoint);
    }
    int line = content.lastIndexOf('\n', chars - 1);
    return content.substring(0, line > chars / 2 ? line : chars) + "\n[…]";
  }

  /** The whole text. */
  public String text() {
    return text.toString().stripTrailing() + "\n";
  }
}
