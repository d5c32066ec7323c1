package dev.taskmaster.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArchiveTest {
  @TempDir Path folder;

  @Test
  void theFirstRunWritesTheArchiveAndLaterOnesUseIt() throws Exception {
    var jars = List.of(jar("a.jar", "1"));
    var archive = StartArchive.of(folder, "kafka", jars);
    var flag = archive.flags().getFirst();
    assertThat(flag).startsWith("-XX:ArchiveClassesAtExit=");

    Files.createFile(Path.of(flag.substring(flag.indexOf('=') + 1)));
    archive.accept();

    assertThat(StartArchive.of(folder, "kafka", jars).flags().getFirst())
        .startsWith("-XX:SharedArchiveFile=");
  }

  @Test
  void aRunThatWasKilledLeavesNothingThatIsUsed() throws Exception {
    var jars = List.of(jar("a.jar", "1"));
    var flag = StartArchive.of(folder, "kafka", jars).flags().getFirst();
    Files.createFile(Path.of(flag.substring(flag.indexOf('=') + 1)));
    assertThat(StartArchive.of(folder, "kafka", jars).exists()).isFalse();
  }

  @Test
  void aRebuiltJarMakesAnotherArchiveAndTheOldOneGoes() throws Exception {
    var old = accepted(List.of(jar("a.jar", "1")));
    var next = accepted(List.of(jar("a.jar", "two")));
    assertThat(next).isNotEqualTo(old).exists();
    assertThat(old).doesNotExist();
  }

  @Test
  void aFolderOnTheClassPathAllowsNone() {
    assertThat(StartArchive.of(folder, "kafka", List.of(folder)).flags()).isEmpty();
  }

  private Path accepted(List<Path> jars) throws Exception {
    var archive = StartArchive.of(folder, "kafka", jars);
    var flag = archive.flags().getFirst();
    Files.createFile(Path.of(flag.substring(flag.indexOf('=') + 1)));
    archive.accept();
    var used = archive.flags().getFirst();
    return Path.of(used.substring(used.indexOf('=') + 1));
  }

  private Path jar(String name, String comment) throws Exception {
    var manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Comment", comment);
    var jar = folder.resolve(name);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
