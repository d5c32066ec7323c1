package dev.taskmaster.planner;

import dev.taskmaster.planner.files.ProjectFile;
import dev.taskmaster.planner.files.ProjectTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files in memory. */
public final class FakeTree implements ProjectTree {
  private final Map<String, String> files = new LinkedHashMap<>();

  /** A project with one defect and its test. */
  public static FakeTree small() {
    return new FakeTree()
        .with("calc.py", "def total(items):\n    return sum(items)\n")
        .with(
            "test_calc.py",
            "from calc import total\n\ndef test_total():\n    assert total([1]) == 1\n");
  }

  /** A project that does not fit into one request. */
  public static FakeTree large() {
    var tree = small();
    for (int i = 0; i < 40; i++) {
      tree.with("src/app/module%02d.py".formatted(i), "x = %d\n".formatted(i).repeat(60));
    }
    return tree.with("src/app/rounding.py", "def round_total(x):\n    return round(x, 1)\n");
  }

  public FakeTree with(String path, String content) {
    files.put(path, content);
    return this;
  }

  @Override
  public List<ProjectFile> files() {
    return files.entrySet().stream()
        .map(
            file ->
                new ProjectFile(
                    file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8).length))
        .toList();
  }

  @Override
  public Optional<String> text(String path, int mostBytes) {
    return Optional.ofNullable(files.get(path))
        .filter(content -> content.indexOf('\0') < 0)
        .map(content -> content.substring(0, Math.min(mostBytes, content.length())));
  }
}
