package dev.taskmaster.gateway.projects;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a project lies.
 *
 * @param root the root of the person's repository
 * @param environment operating system, platform, architecture and such, by name
 */
public record Place(Path root, Map<String, String> environment) {
  public Place {
    environment = Map.copyOf(environment);
  }

  /** The project at {@code root} on this machine. */
  public static Place here(Path root) {
    return new Place(
        root,
        Map.of(
            "os", System.getProperty("os.name"),
            "os.version", System.getProperty("os.version"),
            "platform", System.getProperty("os.name") + "/" + System.getProperty("os.arch"),
            "arch", System.getProperty("os.arch"),
            "workingDirectory", root.toString()));
  }
}
