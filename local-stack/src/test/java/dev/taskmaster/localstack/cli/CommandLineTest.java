package dev.taskmaster.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  @TempDir Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownCommandIsBadUsageAndNothingGoesToTheResult() {
    assertThat(run("stauts")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("stauts").contains("status").contains("--help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void noCommandNamesTheCommands() {
    assertThat(run()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("up").contains("down").contains("status");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(run("up", "--detatch")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--detatch");
  }

  @Test
  void aPortOfAnUnknownProcessIsRefusedNamingTheKnown() {
    assertThat(run("up", "--port", "gatway=8080", "--data", data.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("'gatway'").contains("gateway").contains("kafka");
  }

  @Test
  void aStackThatDoesNotRunIsUnreachableAndTheWayOutIsSaid() {
    assertThat(run("status", "--data", data.toString())).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString())
        .contains(data.toString())
        .contains("taskmaster up")
        .doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void globalOptionsMayStandBeforeTheCommand() {
    assertThat(run("--data", data.toString(), "--json", "status")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString()).contains(data.toString());
    assertThat(out.toString())
        .contains("\"exitCode\" : 3")
        .contains(Json.write(data.toString()).replace("\"", ""));
  }

  @Test
  void debugShowsWhereAnErrorCameFrom() {
    assertThat(run("status", "--debug", "--data", data.toString())).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void downWithoutAStackIsDoneAlready() {
    assertThat(run("down", "--json", "--data", data.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("\"stopped\" : false");
  }

  @Test
  void theLogOfAnUnknownServiceIsRefusedNamingTheKnown() throws Exception {
    Files.createDirectories(data.resolve("logs"));
    Files.writeString(data.resolve("logs/kafka.log"), "one\ntwo\n");
    Files.writeString(data.resolve("logs/kafka.1.log"), "older\n");
    assertThat(run("logs", "kafak", "--data", data.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("'kafak'").contains("kafka.");
    assertThat(run("logs", "kafka", "-n", "1", "--data", data.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualToNormalizingNewlines("two\n");
  }

  @Test
  void aLogOutsideTheFolderIsRefused() {
    assertThat(run("logs", "../x", "--data", data.toString())).isEqualTo(ExitCode.BAD_INPUT);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
