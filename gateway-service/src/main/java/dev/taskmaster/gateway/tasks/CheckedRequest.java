package dev.taskmaster.gateway.tasks;

import dev.taskmaster.events.TaskOptions;
import dev.taskmaster.gateway.projects.BranchName;
import dev.taskmaster.gateway.refusals.Refusal;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request whose every field was looked at on its own. */
record CheckedRequest(Path repository, String description, TaskOptions options) {
  private static final int LONGEST_DESCRIPTION = 32 * 1024;
  private static final int LONGEST_COMMAND = 4 * 1024;
  private static final int MOST_ROUNDS = 20;
  private static final List<String> TIERS = List.of("economy", "standard", "premium");
  private static final Pattern DEFINITION = Pattern.compile("[A-Za-z0-9@._/-]{1,200}");

  /**
   * Checks a request.
   *
   * @throws Refusal naming the field at fault
   */
  static CheckedRequest of(TaskRequest request) {
    return new CheckedRequest(
        repository(request.repo()),
        description(request.description()),
        new TaskOptions(
            as(request.as()),
            tier(request.tier()),
            command("test", request.test()),
            command("build", request.build()),
            budget(request.budget()),
            rounds(request.rounds()),
            target(request.target()),
            Boolean.TRUE.equals(request.dryRun()),
            Boolean.TRUE.equals(request.unsafeHostExec()),
            reuse(request.reuse())));
  }

  /** Whether the task is to end in a commit. */
  boolean endsInCommit() {
    var as = options.as();
    return as == null || ReadyMade.named(as).map(ReadyMade::endsInCommit).orElse(true);
  }

  /** The path of a repository, absolute. */
  static Path repository(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid(
          "repo", "No repository is named: say the absolute path of a git repository in 'repo'.");
    }
    try {
      var path = Path.of(text);
      if (!path.isAbsolute()) {
        throw Refusal.invalid(
            "repo",
            "'%s' is not an absolute path: say where the repository lies from the root on."
                .formatted(text));
      }
      return path.normalize();
    } catch (InvalidPathException e) {
      throw Refusal.invalid("repo", "'%s' is not a path: %s.".formatted(text, e.getReason()));
    }
  }

  private static String description(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid(
          "description", "There is no description: say in a sentence or more what is to be done.");
    }
    if (text.length() > LONGEST_DESCRIPTION) {
      throw Refusal.tooLarge(
          "description",
          "The description has %d characters, and %d are taken: put details into a file of the repository and name it."
              .formatted(text.length(), LONGEST_DESCRIPTION));
    }
    return text.strip();
  }

  private static @Nullable String as(@Nullable String name) {
    if (name != null && ReadyMade.named(name).isEmpty()) {
      throw Refusal.invalid(
          "as", "'%s' is no ready-made task: say one of %s.".formatted(name, ReadyMade.names()));
    }
    return name;
  }

  private static @Nullable String tier(@Nullable String name) {
    if (name != null && !TIERS.contains(name)) {
      throw Refusal.invalid(
          "tier", "'%s' is no tier: say one of %s.".formatted(name, String.join(", ", TIERS)));
    }
    return name;
  }

  private static @Nullable String command(String field, @Nullable String command) {
    if (command == null) {
      return null;
    }
    if (command.length() > LONGEST_COMMAND || command.indexOf('\0') >= 0) {
      throw Refusal.invalid(
          field,
          "The %s command has more than %d characters or holds a NUL: put it into a script of the repository and call that."
              .formatted(field, LONGEST_COMMAND));
    }
    return command.strip();
  }

  private static @Nullable BigDecimal budget(@Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0) {
      throw Refusal.invalid(
          "budget",
          "A budget of %s is below nothing: say an amount of 0 or more.".formatted(amount));
    }
    return amount;
  }

  private static @Nullable Integer rounds(@Nullable Integer rounds) {
    if (rounds != null && (rounds < 1 || rounds > MOST_ROUNDS)) {
      throw Refusal.invalid(
          "rounds", "%d rounds are not possible: say 1 to %d.".formatted(rounds, MOST_ROUNDS));
    }
    return rounds;
  }

  private static @Nullable String target(@Nullable String branch) {
    if (branch != null && !BranchName.isValid(branch)) {
      throw Refusal.invalid(
          "target", "'%s' is not a name git takes for a branch.".formatted(branch));
    }
    return branch;
  }

  private static String reuse(@Nullable String reuse) {
    if (reuse == null) {
      return "auto";
    }
    if (!DEFINITION.matcher(reuse).matches()) {
      throw Refusal.invalid(
          "reuse",
          "'%s' is not possible: say auto, never, or the id of a definition.".formatted(reuse));
    }
    return reuse;
  }
}
