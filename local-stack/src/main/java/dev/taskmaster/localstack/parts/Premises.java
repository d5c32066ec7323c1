package dev.taskmaster.localstack.parts;

import java.util.Map;

/**
 * What every process of one stack shares.
 *
 * @param installation whose jars it runs
 * @param folders where it keeps its state
 * @param surroundings what it may see of the person's environment
 */
record Premises(Installation installation, StackFolders folders, Surroundings surroundings) {
  static Premises of(Installation installation, StackOptions options, Map<String, String> person) {
    return new Premises(
        installation, new StackFolders(options.dataDir()), new Surroundings(person));
  }
}
