package dev.taskmaster.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of each language do their work as they would for a person, without network. */
class ToolsInTheSandboxTest {
  private static Sandbox sandbox;

  @TempDir Path work;

  @BeforeAll
  static void choose() {
    assumeTrue(
        Programs.find("bwrap", System.getenv()).isPresent(),
        "bubblewrap is not installed: tools in the sandbox are NOT tested here");
    sandbox = Sandboxes.choose(false);
  }

  @Test
  void pythonRunsItsUnitTests() throws Exception {
    needs("python3");
    write("app.py", "def add(a, b):\n    return a + b\n");
    write(
        "test_app.py",
        """
        import unittest
        from app import add

        class AddTest(unittest.TestCase):
            def test_add(self):
                self.assertEqual(add(1, 2), 3)
        """);

    assertWorks("python3 -m unittest", "OK");
    write("app.py", "def add(a, b):\n    return a - b\n");
    assertThat(run("python3 -m unittest").exit()).isEqualTo(1);
  }

  @Test
  void nodeRunsItsTests() throws Exception {
    needs("node");
    write(
        "app.test.js",
        """
        const test = require('node:test');
        const assert = require('node:assert');
        test('adds', () => assert.strictEqual(1 + 2, 3));
        """);

    assertWorks("node --test", "pass 1");
  }

  @Test
  void javaCompilesAndRuns() throws Exception {
    needs("javac");
    write(
        "App.java",
        "class App { public static void main(String[] a) { System.out.println(42); } }");

    assertWorks("javac -d out App.java && java -cp out App", "42");
  }

  @Test
  @Tag("thorough")
  void goRunsItsTests() throws Exception {
    needs("go");
    write("go.mod", "module sample\n\ngo 1.21\n");
    write(
        "app_test.go",
        "package sample\n\nimport \"testing\"\n\nfunc TestAdd(t *testing.T) {\n\tif 1+2 != 3 {\n\t\tt.Fatal()\n\t}\n}\n");

    assertWorks("go test ./...", "ok");
  }

  @Test
  @Tag("thorough")
  void cargoRunsItsTests() throws Exception {
    needs("cargo");
    write("Cargo.toml", "[package]\nname = \"sample\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
    Files.createDirectories(work.resolve("src"));
    write("src/lib.rs", "#[test]\nfn adds() {\n    assert_eq!(1 + 2, 3);\n}\n");

    assertWorks("cargo test", "test adds ... ok");
  }

  @Test
  void mavenStarts() {
    needs("mvn");

    assertWorks("mvn -v", "Apache Maven");
  }

  @Test
  void gitWorksInAFolderOfItsOwn() {
    needs("git");

    assertWorks(
        "git init -q . && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x"
            + " && git log --oneline",
        " x");
  }

  private static void needs(String program) {
    assumeTrue(Programs.find(program, System.getenv()).isPresent(), program + " is not installed");
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(work.resolve(name), text);
  }

  private void assertWorks(String line, String expected) {
    Ran ran = run(line);
    assertThat(ran.output()).contains(expected);
    assertThat(ran.exit()).describedAs(ran.output()).isZero();
  }

  private Ran run(String line) {
    return sandbox.run(SandboxCommand.shell(line, work, Duration.ofMinutes(3)));
  }
}
