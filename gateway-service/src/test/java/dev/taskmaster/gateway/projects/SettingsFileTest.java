package dev.taskmaster.gateway.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  private static final String WHOLE =
      """
      project: acme-billing
      vision: docs/vision.md              # text or path
      languages: [python]
      engine: {conda: environment.yml}
      commands: {setup: pip install -e ., build: "", test: pytest -q, run: "", deploy: ""}
      style-guide: docs/style.md
      assets: {source: src/, config: conf/, art: art/}
      source-control: {kind: git, target: main, delivery: branch}   # branch | merge | pull-request
      review: [self, tests, human]        # in order
      layers: [../company.usda, ../team.usda]
      budget: {amount: 2.00, rounds: 4}
      secrets: [OPENAI_API_KEY]           # names only
      sandbox: {network: false, writable: [build/]}
      """;

  @Test
  void theWholeOfTheInterfaceIsUnderstood() {
    var said = SettingsFile.read(WHOLE);

    assertThat(said.project()).isEqualTo("acme-billing");
    assertThat(said.vision().value()).isEqualTo("docs/vision.md");
    assertThat(said.commands())
        .containsEntry("setup", "pip install -e .")
        .containsEntry("build", "");
    assertThat(said.reviews()).containsExactly("self", "tests", "human");
    assertThat(said.target()).isEqualTo("main");
    assertThat(said.delivery()).isEqualTo("branch");
    assertThat(said.layers())
        .extracting(Settings.Text::value)
        .containsExactly("../company.usda", "../team.usda");
    assertThat(said.amount()).isEqualTo(new BigDecimal("2.00"));
    assertThat(said.rounds()).isEqualTo(4);
    assertThat(said.secrets()).isEqualTo(List.of("OPENAI_API_KEY"));
    assertThat(said.network()).isFalse();
    assertThat(said.writable()).containsExactly("build/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comands: {test: x}                     | 1 | comands                 | unknown key; known here: project, vision",
        "a: 1                                   | 1 | a                       | unknown key",
        "project: x\\ncommands:\\n  tets: y     | 3 | commands.tets           | known here: setup, build, test, run, deploy",
        "commands: pytest                       | 1 | commands                | should be keys with values, not 'pytest'",
        "commands: {test: [a]}                  | 1 | commands.test           | should be a text, not a list",
        "languages: python                      | 1 | languages               | should be a list, not 'python'",
        "project: Not A Slug                    | 1 | project                 | lower-case letters",
        "project: x\\nreview: [self, lint]      | 2 | review[1]               | 'lint' is not known; say one of plan, self, tests, human",
        "budget: {amount: much}                 | 1 | budget.amount           | an amount of money such as 2.00",
        "budget: {amount: 0}                    | 1 | budget.amount           | more than 0",
        "budget: {rounds: 2.5}                  | 1 | budget.rounds           | a whole number from 1 to 20",
        "budget: {rounds: 21}                   | 1 | budget.rounds           | a whole number from 1 to 20",
        "sandbox: {network: maybe}              | 1 | sandbox.network         | true or false",
        "sandbox: {writable: [../x]}            | 1 | sandbox.writable[0]     | inside the repository",
        "sandbox: {writable: [/x]}              | 1 | sandbox.writable[0]     | inside the repository",
        "source-control: {kind: svn}            | 1 | source-control.kind     | say one of git",
        "source-control: {delivery: mail}       | 1 | source-control.delivery | say one of branch, merge",
        "source-control: {delivery: pull-request} | 1 | source-control.delivery | not available in this version",
        "source-control: {target: a..b}         | 1 | source-control.target   | git takes for a branch",
        "project: a\\nproject: b                | 2 | project                 | is there twice",
        "- a                                    | 1 | ''                      | should be keys with values, not a list",
      })
  void anErrorNamesLineAndKey(String yaml, int line, String key, String problem) {
    assertThatThrownBy(() -> SettingsFile.read(yaml.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            InvalidSettingsException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.key()).isEqualTo(key);
            })
        .hasMessageStartingWith("taskmaster.yaml line " + line)
        .hasMessageContaining(problem);
  }

  @Test
  void brokenYamlIsNamedByItsLine() {
    assertThatThrownBy(() -> SettingsFile.read("project: x\ncommands: {test: y\n"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("is not YAML");
  }

  @Test
  void aSecretWrittenInsteadOfItsNameIsNotRepeated() {
    assertThatThrownBy(() -> SettingsFile.read("secrets: ['sk-live-123456']"))
        .hasMessageContaining("secrets[0]")
        .hasMessageNotContaining("sk-live");
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(SettingsFile.read("")).isEqualTo(Settings.none());
    assertThat(SettingsFile.read("# only a comment\n")).isEqualTo(Settings.none());
  }

  @Test
  void aFileThatRefersToItselfWithoutEndIsRefused() {
    var bomb = "a: &a [x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n";

    assertThatThrownBy(() -> SettingsFile.read(bomb)).isInstanceOf(InvalidSettingsException.class);
  }
}
