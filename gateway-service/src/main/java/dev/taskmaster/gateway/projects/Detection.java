package dev.taskmaster.gateway.projects;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be told from the files alone.
 *
 * @param build empty where nothing was found
 * @param test empty where nothing was found
 * @param notices what a person should know about it
 */
record Detection(List<String> languages, String build, String test, List<String> notices) {
  Detection {
    languages = List.copyOf(languages);
    notices = List.copyOf(notices);
  }

  /** Looks at what is committed. The first build tool that has tests gives the commands. */
  static Detection of(ProjectFiles files) {
    var found = new ArrayList<BuildTool.Found>();
    for (var tool : BuildTool.ALL) {
      tool.find(files).ifPresent(found::add);
    }
    var languages = Languages.of(files);
    if (found.isEmpty()) {
      return new Detection(languages, "", "", List.of());
    }
    var chosen =
        found.stream().filter(tool -> !tool.test().isEmpty()).findFirst().orElse(found.getFirst());
    var notices = new ArrayList<String>(chosen.notices());
    if (found.size() > 1) {
      notices.add(
          "Found %s; the commands of %s are used. To use others, set commands in taskmaster.yaml."
              .formatted(
                  String.join(" and ", found.stream().map(BuildTool.Found::name).toList()),
                  chosen.name()));
    }
    return new Detection(languages, chosen.build(), chosen.test(), notices);
  }
}
