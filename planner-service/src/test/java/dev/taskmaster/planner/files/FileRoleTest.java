package dev.taskmaster.planner.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRoleTest {
  @ParameterizedTest
  @CsvSource({
    "src/main/java/a/Calc.java, SOURCE",
    "calc.py, SOURCE",
    "src/test/java/a/CalcTest.java, TEST",
    "test_calc.py, TEST",
    "calc_test.go, TEST",
    "web/sum.spec.ts, TEST",
    "tests/helpers.py, TEST",
    "README.md, TEXT",
    "pom.xml, TEXT",
    "Makefile, TEXT",
    "requirements.txt, TEXT",
    "LICENSE, NOISE",
    "package-lock.json, NOISE",
    "Cargo.lock, NOISE",
    "logo.png, NOISE",
    "node_modules/a/index.js, NOISE",
    "vendor/x/x.go, NOISE",
    "target/classes/A.java, NOISE",
    ".github/workflows/ci.yml, NOISE",
    ".gitignore, NOISE",
    "static/app.min.js, NOISE",
    "api/model_pb2.py, NOISE",
    "mvnw, NOISE",
  })
  void aPathTellsWhatAFileIsTo(String path, FileRole role) {
    assertThat(FileRole.of(path)).isEqualTo(role);
  }
}
