package dev.taskmaster.gateway.projects;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Python's tests: pytest where it is configured or needed, else the standard library's runner. */
final class PythonTool implements BuildTool {
  private static final Pattern TEST_FILE = Pattern.compile("(.*/)?(test[^/]*|[^/]+_test)\\.py");
  private static final Pattern PYTEST_NEEDED = Pattern.compile("(?m)^\\s*(import|from) pytest\\b");
  private static final int LOOKED_AT = 50;

  @Override
  public Optional<Found> find(ProjectFiles files) {
    if (files.paths().stream().noneMatch(path -> path.endsWith(".py"))) {
      return Optional.empty();
    }
    var tests = files.paths().stream().filter(path -> TEST_FILE.matcher(path).matches()).toList();
    if (tests.isEmpty()) {
      return Optional.of(new Found("Python", "", ""));
    }
    return Optional.of(
        new Found(
            "Python",
            "",
            usesPytest(files, tests) ? "python3 -m pytest -q" : unittest(files, tests)));
  }

  private static boolean usesPytest(ProjectFiles files, List<String> tests) {
    return files.has("pytest.ini")
        || files.has("conftest.py")
        || contains(files, "pyproject.toml", "pytest")
        || contains(files, "setup.cfg", "[tool:pytest]")
        || contains(files, "tox.ini", "[pytest]")
        || files.paths().stream()
            .filter(path -> path.matches("requirements[^/]*\\.txt"))
            .anyMatch(path -> contains(files, path, "pytest"))
        || tests.stream().limit(LOOKED_AT).anyMatch(path -> needsPytest(files, path));
  }

  private static boolean needsPytest(ProjectFiles files, String path) {
    return files
        .text(path)
        .filter(
            text ->
                PYTEST_NEEDED.matcher(text).find()
                    || (text.contains("\ndef test_") && !text.contains("unittest")))
        .isPresent();
  }

  private static String unittest(ProjectFiles files, List<String> tests) {
    var command = new StringBuilder("python3 -m unittest discover -q");
    var folders = tests.stream().map(PythonTool::topFolder).distinct().toList();
    if (folders.size() == 1 && !folders.getFirst().isEmpty()) {
      command.append(" -s ").append(folders.getFirst());
      // Without __init__.py the folder is no package and cannot be imported from the root.
      command.append(files.has(folders.getFirst() + "/__init__.py") ? " -t ." : "");
    }
    if (tests.stream().allMatch(path -> path.endsWith("_test.py"))) {
      command.append(" -p '*_test.py'");
    }
    return command.toString();
  }

  private static String topFolder(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static boolean contains(ProjectFiles files, String path, String text) {
    return files.text(path).filter(content -> content.contains(text)).isPresent();
  }
}
