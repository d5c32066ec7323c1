package dev.taskmaster.gateway.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskmaster.events.BlobRef;
import dev.taskmaster.events.ProjectSnapshot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribeProjectTest {
  private static final Path ROOT = Path.of("/home/someone/My Shop (v2)");
  private static final BlobRef LAYER = new BlobRef("a".repeat(64), 10);

  private final DescribeProject describe =
      new DescribeProject(
          file -> file.toString().endsWith("missing.usda") ? Optional.empty() : Optional.of(LAYER),
          new ProjectSnapshot.Budget(new BigDecimal("2.00"), 4));

  private DescribedProject describe(FakeFiles files, String yaml, Wishes wishes) {
    return describe.describe(new Place(ROOT, Map.of("os", "Linux")), files, yaml, wishes);
  }

  @Test
  void withoutSettingsEverythingIsDetectedAndMarkedSo() {
    var project = describe(FakeFiles.of("go.mod", "a.go"), null, Wishes.none()).snapshot();

    assertThat(project.id().value()).isEqualTo("my-shop-v2");
    assertThat(project.commands().test()).isEqualTo("go test ./...");
    assertThat(project.reviews()).containsExactly("tests");
    assertThat(project.delivery()).isEqualTo(new ProjectSnapshot.Delivery("branch", null));
    assertThat(project.budget().rounds()).isEqualTo(4);
    assertThat(project.detected())
        .containsExactlyInAnyOrder("project", "languages", "commands.build", "commands.test");
    assertThat(project.environment()).containsEntry("os", "Linux");
  }

  @Test
  void whatIsWrittenBeatsWhatIsDetectedAndAWishBeatsBoth() {
    var files = FakeFiles.of("go.mod", "a.go");

    var project =
        describe(files, "commands: {test: make check, build: ''}", new Wishes("go test ./a", null))
            .snapshot();

    assertThat(project.commands()).isEqualTo(new ProjectSnapshot.Commands("", "", "go test ./a"));
    assertThat(project.detected()).doesNotContain("commands.test", "commands.build");
  }

  @Test
  void aStyleGuideIsReadFromItsFile() {
    var files = new FakeFiles().with("docs/style.md", "Be brief.");

    assertThat(describe(files, "style-guide: docs/style.md", Wishes.none()).snapshot().styleGuide())
        .isEqualTo("Be brief.");
    assertThat(describe(files, "style-guide: Be kind.", Wishes.none()).snapshot().styleGuide())
        .isEqualTo("Be kind.");
  }

  @Test
  void aStyleGuideThatIsNotThereIsAnError() {
    assertThatThrownBy(
            () ->
                describe(new FakeFiles(), "project: x\nstyle-guide: docs/stile.md", Wishes.none()))
        .hasMessageContaining("taskmaster.yaml line 2, style-guide")
        .hasMessageContaining("docs/stile.md");
  }

  @Test
  void aLongTextIsCutAndThatIsSaid() {
    var files = new FakeFiles().with("v.md", "x".repeat(20_000));

    var described = describe(files, "vision: v.md", Wishes.none());

    assertThat(described.snapshot().vision()).hasSize(ReferencedTexts.LONGEST);
    assertThat(described.notices())
        .singleElement()
        .asString()
        .contains("vision has 20000 characters");
  }

  @Test
  void theMoreSpecificSharedLayerIsTheStronger() {
    var project =
        describe(new FakeFiles(), "layers: [../company.usda, ../team.usda]", Wishes.none())
            .snapshot();

    assertThat(project.layers())
        .extracting(ProjectSnapshot.SharedLayer::name)
        .containsExactly("team", "company");
  }

  @Test
  void aSharedLayerThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> describe(new FakeFiles(), "layers: [../missing.usda]", Wishes.none()))
        .hasMessageContaining("line 1, layers[0]")
        .hasMessageContaining("#usda 1.0");
  }

  @Test
  void aWishedTestCommandIsAlsoReviewed() {
    var project =
        describe(new FakeFiles(), "review: [self]", new Wishes("make test", null)).snapshot();

    assertThat(project.reviews()).containsExactly("self", "tests");
  }

  @Test
  void aReviewByTestsWithoutAnyCommandIsLeftOutAloud() {
    var described = describe(new FakeFiles(), "review: [self, tests]", Wishes.none());

    assertThat(described.snapshot().reviews()).containsExactly("self");
    assertThat(described.notices()).singleElement().asString().contains("'tests' is left out");
  }

  @Test
  void whatTheProjectSaysOfItsSurroundingsIsKept() {
    var project =
        describe(
                new FakeFiles(),
                "engine: {conda: env.yml}\nassets: {art: art/}\ncommands: {run: ./run}",
                Wishes.none())
            .snapshot();

    assertThat(project.environment())
        .containsEntry("engine.conda", "env.yml")
        .containsEntry("assets.art", "art/")
        .containsEntry("commands.run", "./run");
  }

  @ParameterizedTest
  @CsvSource({
    "billing, billing",
    "My Shop, my-shop",
    ".dotfiles, dotfiles",
    "日本, project",
    "a_b.c, a_b.c"
  })
  void aFolderNameBecomesAnId(String folder, String id) {
    assertThat(DescribeProject.slug(folder)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "main, true",
    "feature/x, true",
    "a..b, false",
    "-x, false",
    "x.lock, false",
    "a b, false",
    "HEAD, false",
    "a/.b, false",
    "a/, false",
    "a@{b, false"
  })
  void onlyNamesGitTakesAreBranches(String name, boolean valid) {
    assertThat(BranchName.isValid(name)).isEqualTo(valid);
  }
}
