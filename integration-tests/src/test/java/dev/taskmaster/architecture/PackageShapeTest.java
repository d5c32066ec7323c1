package dev.taskmaster.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the house: pure features, adapters at the edge, libraries that stand alone. */
class PackageShapeTest {
  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "io.smallrye..",
    "org.eclipse.microprofile..",
    "jakarta..",
    "org.neo4j..",
    "org.apache.kafka..",
    "io.vertx..",
    "dev.langchain4j.."
  };

  @ParameterizedTest
  @CsvSource({
    "graph-store-service, dev.taskmaster.graphstore",
    "planner-service, dev.taskmaster.planner",
    "executor-service, dev.taskmaster.executor",
    "review-service, dev.taskmaster.review",
    "prompt-service, dev.taskmaster.prompts",
    "gateway-service, dev.taskmaster.gateway"
  })
  void featuresOfAServiceKnowNeitherFrameworksNorAdapters(String module, String root) {
    var service = classesOf(module);
    var features = root + ".*..";

    noClasses()
        .that()
        .resideInAPackage(features)
        .and()
        .resideOutsideOfPackage("..adapter..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage(root + ".adapter..")
        .check(service);
  }

  @ParameterizedTest
  @CsvSource({
    "graph-store-service, dev.taskmaster.graphstore",
    "planner-service, dev.taskmaster.planner",
    "executor-service, dev.taskmaster.executor",
    "review-service, dev.taskmaster.review",
    "prompt-service, dev.taskmaster.prompts",
    "gateway-service, dev.taskmaster.gateway"
  })
  void featuresDoNotDependOnEachOtherInCircles(String module, String root) {
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classesOf(module));
  }

  @ParameterizedTest
  @ValueSource(strings = {"composition", "blobs", "patch"})
  void aLibraryWithoutDependenciesHasNone(String module) {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "dev.taskmaster." + module + "..")
        .check(classesOf(module));
  }

  @Test
  void theDatabaseServerIsKnownToItsOwnProcessAlone() {
    for (var module : List.of("graph-store-service", "prompt-service", "local-stack")) {
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.neo4j.dbms..", "org.neo4j.kernel..", "org.neo4j.graphdb..")
          .check(classesOf(module));
    }
  }

  @Test
  void theWireContractKnowsNoService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.taskmaster.graphstore..",
            "dev.taskmaster.planner..",
            "dev.taskmaster.executor..",
            "dev.taskmaster.review..",
            "dev.taskmaster.gateway..")
        .check(classesOf("event-contracts"));
  }

  /** The built classes of a module; a rule that guards nothing would prove nothing. */
  private static JavaClasses classesOf(String module) {
    var folder = Path.of("..", module, "target", "classes");
    assertThat(folder).as("compiled classes of %s", module).matches(Files::isDirectory);
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPath(folder);
    assertThat(classes).as("classes of %s", module).isNotEmpty();
    return classes;
  }
}
