package dev.taskmaster.planner.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final List<ProjectFile> FILES =
      List.of(
          new ProjectFile("README.md", 10),
          new ProjectFile("src/billing/InvoiceRounding.java", 20),
          new ProjectFile("src/billing/Invoice.java", 30),
          new ProjectFile("src/user/Login.java", 40),
          new ProjectFile("logo.png", 50));

  @Test
  void filesThatFitTheWordsComeFirstAndNoiseNotAtAll() {
    assertThat(Manifest.of(FILES, "Totals are rounded wrongly on an invoice", 4096).lines())
        .containsExactly(
            "src/billing/InvoiceRounding.java 20",
            "src/billing/Invoice.java 30",
            "src/user/Login.java 40",
            "README.md 10");
  }

  @Test
  void aFileThatIsNamedComesFirstWhateverItIs() {
    assertThat(Manifest.of(FILES, "Correct the spelling in README.md", 4096).lines())
        .first()
        .isEqualTo("README.md 10");
  }

  @Test
  void theListKeepsItsBoundAndCountsWhatIsLeftOut() {
    var many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new ProjectFile("src/module%05d/Größe%05d.java".formatted(i, i), i))
            .toList();

    var list = Manifest.of(many, "x", 4096);

    assertThat(list.getBytes(StandardCharsets.UTF_8).length).isBetween(3500, 4096 + 40);
    long listed = list.lines().count() - 1;
    assertThat(list).endsWith("… and " + (10_000 - listed) + " more files\n");
  }

  @Test
  void namesOfCodeAreTakenApartAndEndingsDoNotCount() {
    assertThat(Words.of("the parseHTTPHeader of rounded_totals"))
        .contains("pars", "http", "head", "round", "total");
  }

  @Test
  void aPathIsFoundByItsOnlyEndingAndTheNearestIsNamedElse() {
    var paths = new KnownPaths(FILES);

    assertThat(paths.find("./src/user/Login.java")).contains("src/user/Login.java");
    assertThat(paths.find("billing/Invoice.java")).contains("src/billing/Invoice.java");
    assertThat(paths.find("src/billing/Invoices.java")).isEmpty();
    assertThat(paths.nearest("src/billing/Invoices.java"))
        .first()
        .isEqualTo("src/billing/Invoice.java");
    assertThat(paths.find("")).isEmpty();
  }

  @Test
  void anEndingThatTwoFilesHaveIsNotGuessed() {
    var paths = new KnownPaths(List.of(new ProjectFile("a/x.py", 1), new ProjectFile("b/x.py", 1)));
    assertThat(paths.find("x.py")).isEmpty();
  }

  @Test
  void theLanguageOfMostFilesCountsBeforeTheProjects() {
    assertThat(Languages.of(List.of("a.js", "b.jsx", "c.py"), List.of("Python")))
        .contains("javascript");
    assertThat(Languages.of(List.of("README.md"), List.of("Python"))).contains("python");
    assertThat(Languages.of(List.of(), List.of())).isEmpty();
  }
}
