package dev.taskmaster.review.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskmaster.events.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples in {@code outputs} are what the tools really print, with neutral folders. */
class FindingsParserTest {
  private static final ProjectPaths PATHS =
      new ProjectPaths(
          List.of(
              "calc.py",
              "test_calc.py",
              "calc.go",
              "calc_test.go",
              "panic_test.go",
              "bad.go",
              "sum.js",
              "sum.test.js",
              "plain.js",
              "syn.js",
              "src/lib.rs",
              "src/app.ts",
              "calc.c",
              "src/main/java/demo/Calc.java",
              "src/test/java/demo/CalcTest.java"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "pytest-q | 3 | calc.py | 2 | test_raises: TypeError: 'NoneType' object is not iterable",
        "pytest-short | 3 | calc.py | 2 | test_raises: TypeError: 'NoneType' object is not iterable",
        "pytest-no | 3 | test_calc.py | 0 | test_total: assert 4 == 3",
        "pytest-syntax | 1 | calc.py | 1 | ERROR collecting test_calc.py: SyntaxError: invalid syntax",
        "unittest-q | 1 | test_calc.py | 10 | test_empty: AssertionError: 1 != 0",
        "unittest-syntax | 1 | calc.py | 1 | test_calc: SyntaxError: invalid syntax",
        "surefire | 3 | src/main/java/demo/Calc.java | 9 | CalcTest.nothingIsNull: NullPointerException: Cannot invoke \"String.length()\" because \"name\" is null",
        "surefire-summary | 1 | src/test/java/demo/CalcTest.java | 12 | CalcTest.totalsAreSummed: expected: <3> but was: <4>",
        "maven-compile | 1 | src/main/java/demo/Calc.java | 5 | cannot find symbol",
        "javac | 2 | src/main/java/demo/Calc.java | 5 | ';' expected",
        "gradle | 2 | src/main/java/demo/Calc.java | 9 | CalcTest.nothingIsNull(): NullPointerException: name is null",
        "junit-console | 1 | src/test/java/demo/CalcTest.java | 12 | CalcTest.totalsAreSummed(): AssertionFailedError: expected: <3> but was: <4>",
        "jest | 1 | sum.test.js | 4 | sum adds: expect(received).toBe(expected) // Object.is equality",
        "mocha | 1 | sum.test.js | 5 | sum adds: AssertionError: 4 == 3",
        "vitest | 1 | sum.test.js | 6 | sum adds: AssertionError: expected 4 to be 3 // Object.is equality",
        "node-test | 2 | sum.test.js | 5 | adds two numbers: Expected values to be strictly equal: -1 !== 3",
        "node-tap | 2 | sum.test.js | 5 | adds two numbers: Expected values to be strictly equal: -1 !== 3",
        "node-spec | 2 | sum.test.js | 5 | adds two numbers: AssertionError: Expected values to be strictly equal: -1 !== 3",
        "node-plain | 1 | plain.js | 1 | AssertionError: sum of 1 and 2",
        "node-syntax | 1 | syn.js | 1 | SyntaxError: missing ) after argument list",
        "tsc | 2 | src/app.ts | 3 | TS2322: Type 'string' is not assignable to type 'number'.",
        "go-test | 2 | calc_test.go | 7 | TestTotal: Total = 4, want 3",
        "go-panic | 1 | calc.go | 11 | panic: runtime error: index out of range [3] with length 0",
        "go-build | 2 | bad.go | 2 | declared and not used: y",
        "go-vet | 1 | bad.go | 2 | undefined: undefinedThing",
        "cargo-test | 2 | src/lib.rs | 11 | tests::adds: assertion `left == right` failed left: 4 right: 3",
        "cargo-old | 1 | src/lib.rs | 11 | tests::adds: assertion failed: total(&[1]) == 2",
        "cargo-build | 1 | src/lib.rs | 2 | error[E0308]: mismatched types",
        "gcc | 1 | calc.c | 4 | error: 'summ' undeclared (first use in this function); did you mean 'sum'?",
        "homemade | 2 |  | 0 | 5 % off three lines of 1.15: expected 327 but was 328",
        "nothing-known | 1 |  | 0 | the test command ended with exit code 1: thing 7 is not as it should be",
      })
  void whatAToolReportsIsUnderstood(
      String sample, int count, String file, int line, String message) {
    var findings = parse(read(sample));

    assertThat(findings).as(findings.toString()).hasSize(count);
    var first = findings.getFirst();
    assertThat(first.message()).isEqualTo(message);
    assertThat(first.file()).isEqualTo(file);
    assertThat(first.line()).isEqualTo(line);
    assertThat(first.check()).isEqualTo("test");
    assertThat(first.excerpt()).isNotBlank().hasSizeLessThan(1100);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "pytest-q, assert total(items) == 3",
    "unittest-q, 'self.assertEqual(total([]), 0)'",
    "jest, Received: 4",
    "javac, return total",
    "cargo-build, ^^^ expected `i32`"
  })
  void theExcerptShowsIt(String sample, String shown) {
    assertThat(parse(read(sample)))
        .anySatisfy(finding -> assertThat(finding.excerpt()).contains(shown));
  }

  @Test
  void anEmptyOutputIsAFindingToo() {
    assertThat(FindingsParser.parse("build", "", "ended with exit code 2", PATHS))
        .containsExactly(
            new Finding("build", "the build command ended with exit code 2", null, 0, ""));
  }

  @Test
  void equalFailuresLookEqualWhateverTheTimeTheFolderAndTheOrder() {
    var one = read("go-test").replace("(0.00s)", "(1.31s)");
    var lines = new java.util.ArrayList<>(read("cargo-test").lines().toList());
    assertThat(parse(one).getFirst()).isEqualTo(parse(read("go-test")).getFirst());

    var other =
        read("node-spec")
            .replace("checkout-12345", "checkout-99")
            .replaceAll("\\(\\d+\\.\\d+ms\\)", "(1.5ms)");
    assertThat(parse(other).getFirst().message())
        .isEqualTo(parse(read("node-spec")).getFirst().message());

    int second = lines.indexOf("---- tests::adds stdout ----");
    var turned =
        String.join("\n", lines.subList(second, lines.size()))
            + "\n"
            + String.join("\n", lines.subList(0, second));
    assertThat(parse(turned))
        .extracting(Finding::message)
        .isEqualTo(parse(read("cargo-test")).stream().map(Finding::message).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "took 12.5ms to fail | took to fail",
        "failed in 0.31s | failed",
        "2026-11-23T05:18:35Z expected 3 | <time> expected 3",
        "no file /tmp/pytest-of-x/a1/b.txt | no file /tmp/…",
        "java.lang.Object@1b2c3d4e is not it | java.lang.Object@… is not it",
        "refused by 127.0.0.1:49152 | refused by 127.0.0.1:…",
        "at 0x7f3a2b10 | at 0x…",
        "wait 5 seconds | wait",
        "5 % off 3 items of 1.15 | 5 % off 3 items of 1.15",
        "expected 10 but was 12 | expected 10 but was 12",
      })
  void whatChangesFromRunToRunIsTakenOut(String said, String stable) {
    assertThat(StableText.line(said)).isEqualTo(stable);
  }

  @Test
  void coloursAndProgressBarsAreTakenOut() {
    assertThat(StableText.plain("\u001B[31mred\u001B[0m\r\n10%\r100%\n")).isEqualTo("red\n100%\n");
  }

  @Test
  void manyFindingsAreBounded() {
    var output = "calc.py:%d: error: bad\n";
    var text = new StringBuilder();
    for (int i = 1; i < 5000; i++) {
      text.append(output.formatted(i));
    }
    assertThat(parse(text.toString())).hasSize(20);
  }

  @Test
  @Timeout(60)
  void aLineOfAMegabyteDoesNotHurt() {
    assertThat(parse("x".repeat(1 << 20)).getFirst().message()).hasSizeLessThanOrEqualTo(300);
    assertThat(parse("a:".repeat(1 << 19)).getFirst().message()).hasSizeLessThanOrEqualTo(300);
    assertThat(parse("FAIL ".repeat(1 << 18)).getFirst().message()).hasSizeLessThanOrEqualTo(300);
  }

  private static List<Finding> parse(String output) {
    return FindingsParser.parse("test", output, "ended with exit code 1", PATHS);
  }

  private static String read(String sample) {
    try (var content =
        FindingsParserTest.class.getResourceAsStream("/outputs/" + sample + ".txt")) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
