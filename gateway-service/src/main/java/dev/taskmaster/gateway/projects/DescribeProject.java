package dev.taskmaster.gateway.projects;

import dev.taskmaster.events.ProjectId;
import dev.taskmaster.events.ProjectSnapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a project says, what is detected and what holds where neither says anything.
 */
public final class DescribeProject {
  private final SharedLayers sharedLayers;
  private final ProjectSnapshot.Budget usualBudget;

  /**
   * @param usualBudget what a task may spend where the project says nothing
   */
  public DescribeProject(SharedLayers sharedLayers, ProjectSnapshot.Budget usualBudget) {
    this.sharedLayers = sharedLayers;
    this.usualBudget = usualBudget;
  }

  /**
   * Describes the project at {@code place}.
   *
   * @param settings the text of {@code taskmaster.yaml}; null where there is none
   * @throws InvalidSettingsException naming line and key
   */
  public DescribedProject describe(
      Place place, ProjectFiles files, @Nullable String settings, Wishes wishes) {
    var said = settings == null ? Settings.none() : SettingsFile.read(settings);
    return new Description(place, files, said, wishes).put();
  }

  /** One project being described. */
  private final class Description {
    private final Place place;
    private final ProjectFiles files;
    private final Settings said;
    private final Wishes wishes;
    private final Detection seen;
    private final List<String> detected = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    Description(Place place, ProjectFiles files, Settings said, Wishes wishes) {
      this.place = place;
      this.files = files;
      this.said = said;
      this.wishes = wishes;
      this.seen = Detection.of(files);
    }

    DescribedProject put() {
      var commands = commands();
      var texts = new ReferencedTexts(files, notices);
      var snapshot =
          new ProjectSnapshot(
              id(),
              place.root().toString(),
              languages(),
              commands,
              texts.read(said.vision()),
              texts.read(said.styleGuide()),
              reviews(commands),
              new ProjectSnapshot.Delivery(
                  Optional.ofNullable(said.delivery()).orElse("branch"), said.target()),
              budget(),
              new ProjectSnapshot.Sandbox(said.network(), said.writable()),
              said.secrets(),
              environment(),
              detected,
              layers());
      return new DescribedProject(snapshot, said.project() != null, notices);
    }

    private ProjectId id() {
      if (said.project() != null) {
        return new ProjectId(said.project());
      }
      detected.add("project");
      var folder = place.root().getFileName();
      return new ProjectId(slug(folder == null ? "project" : folder.toString()));
    }

    private List<String> languages() {
      if (!said.languages().isEmpty()) {
        return said.languages();
      }
      if (!seen.languages().isEmpty()) {
        detected.add("languages");
      }
      return seen.languages();
    }

    private ProjectSnapshot.Commands commands() {
      var build = command("build", wishes.build(), seen.build());
      var test = command("test", wishes.test(), seen.test());
      if (detected.contains("commands.test") || detected.contains("commands.build")) {
        notices.addAll(seen.notices());
      }
      return new ProjectSnapshot.Commands(said.commands().getOrDefault("setup", ""), build, test);
    }

    /** The wish, else what is written (an empty text means: none), else what was detected. */
    private String command(String name, @Nullable String wish, String found) {
      if (wish != null) {
        return wish;
      }
      var written = said.commands().get(name);
      if (written != null) {
        return written;
      }
      if (!found.isEmpty()) {
        detected.add("commands." + name);
      }
      return found;
    }

    private List<String> reviews(ProjectSnapshot.Commands commands) {
      var tests = commands.test().isEmpty() ? List.<String>of() : List.of("tests");
      if (said.reviews() == null) {
        return tests;
      }
      var reviews = new ArrayList<String>(said.reviews());
      if (wishes.test() != null && !reviews.contains("tests")) {
        reviews.add("tests");
      }
      if (commands.test().isEmpty() && commands.build().isEmpty() && reviews.remove("tests")) {
        notices.add("There is no test and no build command, so the review 'tests' is left out.");
      }
      return reviews;
    }

    private ProjectSnapshot.Budget budget() {
      BigDecimal amount = said.amount();
      Integer rounds = said.rounds();
      return new ProjectSnapshot.Budget(
          amount == null ? usualBudget.amount() : amount,
          rounds == null ? usualBudget.rounds() : rounds);
    }

    private Map<String, String> environment() {
      var environment = new LinkedHashMap<>(place.environment());
      said.engine().forEach((name, value) -> environment.put("engine." + name, value));
      said.assets().forEach((name, value) -> environment.put("assets." + name, value));
      for (var name : List.of("run", "deploy")) {
        var command = said.commands().get(name);
        if (command != null && !command.isEmpty()) {
          environment.put("commands." + name, command);
        }
      }
      return environment;
    }

    /** The file lists from the general to the specific; a stage wants the strongest first. */
    private List<ProjectSnapshot.SharedLayer> layers() {
      var layers = new ArrayList<ProjectSnapshot.SharedLayer>();
      for (var text : said.layers()) {
        var file = place.root().resolve(text.value()).normalize();
        var blob =
            sharedLayers
                .keep(file)
                .orElseThrow(
                    () ->
                        text.problem(
                            "'%s' cannot be read as a layer: it should be a text file that starts with #usda 1.0 (looked at %s)."
                                .formatted(text.value(), file)));
        layers.addFirst(new ProjectSnapshot.SharedLayer(nameOf(text.value()), blob));
      }
      return layers;
    }

    private static String nameOf(String path) {
      var file = path.substring(path.lastIndexOf('/') + 1);
      return file.endsWith(".usda") ? file.substring(0, file.length() - 5) : file;
    }
  }

  /** A project id made of a folder's name. */
  static String slug(String name) {
    var slug =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
    var bounded = slug.length() > 60 ? slug.substring(0, 60) : slug;
    return bounded.isEmpty() ? "project" : bounded;
  }
}
