package dev.taskmaster.localstack.launcher;

import dev.taskmaster.localstack.parts.Installation;
import dev.taskmaster.localstack.parts.Services;
import io.quarkus.runner.GeneratedMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** An installation with the real broker and database, and services that only say they are ready. */
final class FakeInstallation {
  private FakeInstallation() {}

  static Installation in(Path folder) throws IOException {
    var real = Installation.find().root();
    for (var module : List.of("local-stack", "local-stack-kafka", "local-stack-neo4j")) {
      Files.createSymbolicLink(folder.resolve(module), real.resolve(module));
    }
    for (var service : Services.ALL) {
      var application = folder.resolve(service.module()).resolve("target/quarkus-app");
      for (var part : List.of("app", "lib/boot", "lib/main")) {
        Files.createDirectories(application.resolve(part));
      }
      Files.createFile(application.resolve("quarkus-run.jar"));
      writeJar(application.resolve("app/service.jar"));
    }
    return new Installation(folder);
  }

  private static void writeJar(Path jar) throws IOException {
    var name = GeneratedMain.class.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var content = GeneratedMain.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      content.transferTo(out);
      out.closeEntry();
    }
  }
}
