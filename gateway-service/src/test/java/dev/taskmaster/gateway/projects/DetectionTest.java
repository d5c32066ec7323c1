package dev.taskmaster.gateway.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DetectionTest {
  static Stream<Arguments> projects() {
    return Stream.of(
        project(
            "maven",
            FakeFiles.of("pom.xml", "A.java"),
            "mvn -q -B test-compile",
            "mvn -q -B test",
            "java"),
        project(
            "maven wrapper",
            FakeFiles.of("pom.xml", "mvnw", "A.java"),
            "./mvnw -q -B test-compile",
            "./mvnw -q -B test",
            "java"),
        project(
            "gradle",
            FakeFiles.of("build.gradle.kts", "src/A.kt"),
            "gradle -q testClasses",
            "gradle -q test",
            "kotlin"),
        project(
            "gradle wrapper",
            FakeFiles.of("settings.gradle", "gradlew", "A.java"),
            "./gradlew -q testClasses",
            "./gradlew -q test",
            "java"),
        project(
            "npm with a script",
            new FakeFiles()
                .with("package.json", "{\"scripts\":{\"test\":\"jest\",\"build\":\"tsc\"}}")
                .with("a.ts", ""),
            "npm run --silent build",
            "npm test --silent",
            "typescript"),
        project(
            "npm with the placeholder",
            new FakeFiles()
                .with(
                    "package.json",
                    "{\"scripts\":{\"test\":\"echo \\\"Error: no test specified\\\" && exit 1\"}}")
                .with("a.js", ""),
            "",
            "",
            "javascript"),
        project(
            "node tests without a script",
            new FakeFiles().with("package.json", "{}").with("slug.test.js", ""),
            "",
            "node --test",
            "javascript"),
        project(
            "a broken package.json",
            new FakeFiles().with("package.json", "{").with("test/a.js", ""),
            "",
            "node --test",
            "javascript"),
        project(
            "pytest in pyproject",
            new FakeFiles()
                .with("pyproject.toml", "[tool.pytest.ini_options]")
                .with("test_a.py", "import unittest"),
            "",
            "python3 -m pytest -q",
            "python"),
        project(
            "pytest in requirements",
            new FakeFiles()
                .with("requirements-dev.txt", "pytest==8")
                .with("tests/test_a.py", "import unittest"),
            "",
            "python3 -m pytest -q",
            "python"),
        project(
            "pytest imported",
            new FakeFiles().with("tests/test_a.py", "import pytest\n"),
            "",
            "python3 -m pytest -q",
            "python"),
        project(
            "functions as tests",
            new FakeFiles().with("test_a.py", "from a import f\n\ndef test_f():\n  assert f()"),
            "",
            "python3 -m pytest -q",
            "python"),
        project(
            "unittest at the root",
            new FakeFiles().with("a.py", "").with("test_a.py", "import unittest"),
            "",
            "python3 -m unittest discover -q",
            "python"),
        project(
            "unittest in a folder",
            new FakeFiles().with("a.py", "").with("tests/test_a.py", "import unittest"),
            "",
            "python3 -m unittest discover -q -s tests",
            "python"),
        project(
            "unittest in a package",
            new FakeFiles()
                .with("tests/__init__.py", "")
                .with("tests/test_a.py", "import unittest"),
            "",
            "python3 -m unittest discover -q -s tests -t .",
            "python"),
        project(
            "unittest by another name",
            new FakeFiles().with("a_test.py", "import unittest"),
            "",
            "python3 -m unittest discover -q -p '*_test.py'",
            "python"),
        project("python without tests", FakeFiles.of("a.py"), "", "", "python"),
        project("go", FakeFiles.of("go.mod", "a.go"), "go build ./...", "go test ./...", "go"),
        project(
            "cargo",
            FakeFiles.of("Cargo.toml", "src/lib.rs"),
            "cargo build --quiet",
            "cargo test --quiet",
            "rust"),
        project(
            "make",
            new FakeFiles().with("Makefile", "all:\n\ntest: all\n\t./t\n").with("a.c", ""),
            "",
            "make test",
            "c"),
        project("nothing known", FakeFiles.of("README"), "", "", ""));
  }

  private static Arguments project(
      String name, FakeFiles files, String build, String test, String language) {
    return Arguments.of(name, files, build, test, language);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("projects")
  void commandsAndLanguageAreToldFromTheFiles(
      String name, FakeFiles files, String build, String test, String language) {
    var seen = Detection.of(files);

    assertThat(seen.build()).isEqualTo(build);
    assertThat(seen.test()).isEqualTo(test);
    assertThat(seen.languages().isEmpty() ? "" : seen.languages().getFirst()).isEqualTo(language);
  }

  @Test
  void ofSeveralToolsTheFirstThatHasTestsIsUsedAndSaid() {
    var files =
        new FakeFiles()
            .with("package.json", "{}")
            .with("test_a.py", "import unittest")
            .with("web.js", "");

    var seen = Detection.of(files);

    assertThat(seen.test()).isEqualTo("python3 -m unittest discover -q");
    assertThat(seen.notices())
        .singleElement()
        .asString()
        .contains("npm and Python")
        .contains("of Python are used");
  }

  @Test
  void whatTestsNeedInstalledIsSaid() {
    var files =
        new FakeFiles()
            .with(
                "package.json",
                "{\"devDependencies\":{\"jest\":\"29\"},\"scripts\":{\"test\":\"jest\"}}");

    assertThat(Detection.of(files).notices()).singleElement().asString().contains("commands.setup");
  }
}
