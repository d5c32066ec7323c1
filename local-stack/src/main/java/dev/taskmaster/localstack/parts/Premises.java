package dev.taskmaster.localstack.parts;

import dev.taskmaster.localstack.process.JavaCommand;
import dev.taskmaster.localstack.process.StartArchive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every process of one stack shares.
 *
 * @param installation whose jars it runs
 * @param folders where it keeps its state
 * @param surroundings what it may see of the person's environment
 * @param startArchives whether archives that make starts faster are used and written
 */
record Premises(
    Installation installation,
    StackFolders folders,
    Surroundings surroundings,
    boolean startArchives) {
  static Premises of(Installation installation, StackOptions options, Map<String, String> person) {
    return new Premises(
        installation,
        new StackFolders(options.dataDir()),
        new Surroundings(person),
        options.startArchives());
  }

  /** A program of this stack, with the archive of its classes. */
  JavaCommand program(
      String name, List<String> flags, List<Path> jars, String mainClass, List<String> arguments) {
    var classPath = new ArrayList<>(jars);
    classPath.add(installation.childClasses());
    var archive =
        startArchives
            ? StartArchive.of(installation.startArchives(), name, classPath)
            : StartArchive.none();
    return new JavaCommand(flags, classPath, mainClass, arguments, archive);
  }
}
