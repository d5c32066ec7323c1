package dev.taskmaster.review.checks;

import dev.taskmaster.claims.WorkOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which commands check a task: what was asked for with it, else what the project says. */
public final class CommandsOf {
  private CommandsOf() {}

  /**
   * One command.
   *
   * @param check {@code setup}, {@code build} or {@code test}
   */
  public record Check(String check, String command) {}

  /** In the order they run; empty where there is nothing to check by. */
  public static List<Check> of(WorkOrder order) {
    var commands = order.project().commands();
    var options = order.options();
    var checks = new ArrayList<Check>();
    add(checks, "setup", order.text("setup").orElse(commands.setup()), null);
    add(checks, "build", order.text("build").orElse(commands.build()), options.build());
    add(checks, "test", order.text("test").orElse(commands.test()), options.test());
    boolean checksAnything = checks.stream().anyMatch(check -> !check.check().equals("setup"));
    return checksAnything ? List.copyOf(checks) : List.of();
  }

  private static void add(List<Check> checks, String name, String usual, @Nullable String asked) {
    var command = asked == null ? usual : asked;
    if (!command.isBlank()) {
      checks.add(new Check(name, command.strip()));
    }
  }
}
